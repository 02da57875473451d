// Everything there is to know of one host: the whole scan of its TLS and the diagnosis, beside the whole run of testssl.sh.
import { findProgram, run } from '../programs.ts'
import type { Absent, Contender, Row } from '../row.ts'
import { missingForPostfix, startBenchPostfix } from '../servers/postfix.ts'
import { commandLine, missingForCommandLine } from './command-line.ts'

export const fullReport: Row = {
  name: 'tls-report',
  title: 'Full report of one host: heloise tls --full and heloise diagnose, two programs after each other',
  rounds: 1,
  targets: [{ of: 'Heloise', figure: 'reports/min', bound: 'at least', value: 14, against: 'testssl.sh' }],
  async open(servers) {
    const missing = missingForPostfix()
    if (missing !== null) return [{ name: 'all scanners', missing }]
    const { port } = await startBenchPostfix(servers)
    return [heloise(port), testssl(port)]
  },
}

function heloise(port: number): Contender | Absent {
  const missing = missingForCommandLine()
  if (missing !== null) return { name: 'Heloise', missing }
  const host = `localhost:${port}`
  return reporting('Heloise', [
    [process.execPath, commandLine('tls', host, '--starttls', '--full', '--json')],
    [process.execPath, commandLine('diagnose', host, '--json')],
  ])
}

function testssl(port: number): Contender | Absent {
  const program = findProgram('testssl')
  if (program === null) return { name: 'testssl.sh', missing: 'it is not installed' }
  const parameters = ['--quiet', '--color', '0', '--warnings', 'batch', '-t', 'smtp', `127.0.0.1:${port}`]
  return reporting('testssl.sh', [[program, parameters]])
}

type Call = readonly [program: string, parameters: readonly string[]]

const reporting = (name: string, calls: readonly Call[]): Contender => ({
  name,
  async run() {
    let seconds = 0
    let cpuSeconds = 0
    for (const [program, parameters] of calls) {
      const ran = await run(program, parameters, { isVerdict: true })
      seconds += ran.seconds
      cpuSeconds += ran.cpuSeconds
    }
    return { 'reports/min': 60 / seconds, seconds, 'CPU ms': cpuSeconds * 1000 }
  },
})
