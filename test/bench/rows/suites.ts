// Which versions and suites of TLS a Postfix offers after STARTTLS: how soon we know, and others, and whether it is the same.
import { setTimeout as pause } from 'node:timers/promises'
import type { PostfixServer } from '../../real/tls/servers.ts'
import { runSuites } from '../clients/start.ts'
import { findProgram } from '../programs.ts'
import type { Absent, Contender, Figures, Row } from '../row.ts'
import { missingForPostfix, startBenchPostfix } from '../servers/postfix.ts'
import { differences, type Found, type Scanned, type Scanner, scanners } from './scanners.ts'

export const suites: Row = {
  name: 'tls-suites',
  title: 'TLS versions and suites of a Postfix over STARTTLS',
  // A round is minutes for testssl.sh.
  rounds: 1,
  targets: [
    { of: 'Heloise', figure: 'scans/min', bound: 'at least', value: 100, against: 'testssl.sh -E' },
    { of: 'Heloise', figure: 'scans/min', bound: 'at least', value: 2, against: 'nmap' },
    { of: 'Heloise', figure: 'unlike', bound: 'at most', value: 0, against: null },
    { of: 'Heloise', figure: 'connections', bound: 'at most', value: 120, against: null },
  ],
  async open(servers) {
    const missing = missingForPostfix()
    if (missing !== null) return [{ name: 'all scanners', missing }]
    const postfix = await startBenchPostfix(servers)
    const known = await firstFound(postfix.port)
    return [
      { name: 'Heloise', run: async () => figuresOf(await runSuites({ port: postfix.port }), known) },
      ...scanners.map((scanner) => contender(scanner, postfix, known)),
    ]
  },
}

/** What the quickest of the others finds, to compare with; null where none is installed. */
async function firstFound(port: number): Promise<Found | null> {
  const scanner = scanners.find(({ program }) => findProgram(program) !== null)
  return scanner === undefined ? null : (await scanner.scan(port)).found
}

function contender({ name, program, scan }: Scanner, postfix: PostfixServer, known: Found | null): Contender | Absent {
  if (findProgram(program) === null) return { name, missing: 'it is not installed' }
  return {
    name,
    async run() {
      const before = await postfix.connections()
      const scanned = await scan(postfix.port)
      await pause(untilLogged)
      return figuresOf({ ...scanned, connections: (await postfix.connections()) - before }, known)
    },
  }
}

/** Milliseconds that Postfix may take to write down who came. */
const untilLogged = 500

function figuresOf(scanned: Scanned & { readonly connections: number }, known: Found | null): Figures {
  const { seconds, cpuSeconds, connections, found } = scanned
  return {
    'scans/min': 60 / seconds,
    seconds,
    'CPU ms': cpuSeconds * 1000,
    connections,
    suites: Object.values(found).flat().length,
    ...(known !== null && { unlike: differences(found, known) }),
  }
}
