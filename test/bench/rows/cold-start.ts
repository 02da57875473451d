// One mail from the command line: from the start of the process to its end.
import { median } from '../figures.ts'
import { findProgram, run } from '../programs.ts'
import type { Absent, Contender, Row } from '../row.ts'
import { startSmtpSink } from '../servers/smtp-sink.ts'
import { commandLine, missingForCommandLine } from './command-line.ts'

const people = ['--from', 'ana@example.org', '--to', 'luis@example.net']

/** Starts in a run: each is short, and the first reads the disk. */
const starts = 7

export const coldStart: Row = {
  name: 'cold',
  title: 'One mail from the command line, start to end, to smtp-sink',
  rounds: 3,
  targets: [{ of: 'heloise send', figure: 'ms', bound: 'at most', value: 1, against: 'swaks' }],
  async open(servers) {
    const sink = findProgram('smtp-sink')
    if (sink === null) return [{ name: 'all clients', missing: 'smtp-sink is not installed' }]
    const server = `127.0.0.1:${await startSmtpSink(sink, servers)}`
    return [heloise(server), swaks(server), started('node, doing nothing', process.execPath, ['--eval', '0'])]
  },
}

function heloise(server: string): Contender | Absent {
  const name = 'heloise send'
  const missing = missingForCommandLine()
  if (missing !== null) return { name, missing }
  return started(name, process.execPath, commandLine('send', '--server', server, ...people))
}

function swaks(server: string): Contender | Absent {
  const program = findProgram('swaks')
  if (program === null) return { name: 'swaks', missing: 'it is not installed' }
  return started('swaks', program, ['--server', server, ...people, '--helo', 'client.example'])
}

const started = (name: string, program: string, parameters: readonly string[]): Contender => ({
  name,
  async run() {
    const runs = []
    for (let start = 0; start < starts; start += 1) runs.push(await run(program, parameters))
    return {
      ms: median(runs.map(({ seconds }) => seconds * 1000)),
      'CPU ms': median(runs.map(({ cpuSeconds }) => cpuSeconds * 1000)),
    }
  },
})
