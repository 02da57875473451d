// Whether the cost of a mail grows with the mails before it: the heap after so many, and the time that each took.
import { runMemory } from '../clients/start.ts'
import { findProgram, run } from '../programs.ts'
import type { Row } from '../row.ts'
import { type BenchServer, startServer } from '../servers/start.ts'
import { smtpSourceArguments } from './contenders.ts'

export const memory: Row = {
  name: 'memory-sent',
  title: 'From 1 to 100,000 mails over one connection (20,000 with --quick), to fast sink',
  rounds: 1,
  targets: [
    { of: 'Heloise', figure: 'heap ×', bound: 'at most', value: 1.1, against: null },
    { of: 'Heloise', figure: 'time a mail ×', bound: 'at most', value: 1.1, against: null },
  ],
  async open(servers, size) {
    const { port } = await startServer('fast-sink', servers)
    return [{ name: 'Heloise', run: () => growth(port, size.mails(100_000)) }]
  },
}

export const received: Row = {
  name: 'memory-received',
  title: 'From 1 to 100,000 mails received and stored (20,000 with --quick), from smtp-source, 10 sessions',
  rounds: 1,
  targets: [
    { of: 'Heloise', figure: 'heap ×', bound: 'at most', value: 1.1, against: null },
    { of: 'Heloise', figure: 'CPU a mail ×', bound: 'at most', value: 1.1, against: null },
  ],
  async open(servers, size) {
    const source = findProgram('smtp-source')
    if (source === null) return [{ name: 'Heloise', missing: 'smtp-source is not installed' }]
    const server = await startServer('loopback', servers)
    return [{ name: 'Heloise', run: () => growthOfServer(server, source, size.mails(100_000)) }]
  },
}

/** The last half beside the second tenth here too. */
async function growthOfServer(server: BenchServer, source: string, count: number) {
  const send = async (part: number) => {
    const load = { port: server.port, connections: 10, count: count * part, octets: 1024 }
    await run(source, smtpSourceArguments(load))
    return server.usage()
  }
  const tenth = await send(0.1)
  const fifth = await send(0.1)
  const half = await send(0.3)
  const all = await send(0.5)
  const early = (fifth.cpuSeconds - tenth.cpuSeconds) / 0.1
  const late = (all.cpuSeconds - half.cpuSeconds) / 0.5
  const mib = 1024 * 1024
  return {
    'heap MiB, a tenth': tenth.heap / mib,
    'heap MiB, all': all.heap / mib,
    'heap ×': all.heap / tenth.heap,
    'CPU a mail ×': late / early,
  }
}

/** The last half beside the second tenth: the first is still being compiled. */
async function growth(port: number, count: number) {
  const marks = [count / 10, count / 5, count / 2, count]
  const [tenth, fifth, half, all] = await runMemory({ port, marks })
  if (tenth === undefined || fifth === undefined || half === undefined || all === undefined)
    throw new Error('The client told too little.')
  const early = (fifth.seconds - tenth.seconds) / (count / 10)
  const late = (all.seconds - half.seconds) / (count / 2)
  const mib = 1024 * 1024
  return {
    'heap MiB, a tenth': tenth.heap / mib,
    'heap MiB, all': all.heap / mib,
    'heap ×': all.heap / tenth.heap,
    'time a mail ×': late / early,
  }
}
