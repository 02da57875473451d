// The loopback server, with ten clients at once: every mail stored, its session in the log.
import { findProgram, run } from '../programs.ts'
import type { Absent, Contender, Row, Size, Target } from '../row.ts'
import { startSmtpSink } from '../servers/smtp-sink.ts'
import { type BenchServer, startServer } from '../servers/start.ts'
import { smtpSourceArguments } from './contenders.ts'

type Plan = {
  readonly name: string
  readonly title: string
  readonly octets: number
  readonly count: number
  readonly isReconnecting: boolean
  /** How many times as fast as the packages. */
  readonly wanted: number
}

const plans: readonly Plan[] = [
  { name: 'receive-1k', title: '1 KiB', octets: 1024, count: 4000, isReconnecting: false, wanted: 3 },
  { name: 'receive-100k', title: '100 KiB', octets: 100 * 1024, count: 500, isReconnecting: false, wanted: 3 },
  {
    name: 'receive-new',
    title: '1 KiB, a connection a mail',
    octets: 1024,
    count: 2000,
    isReconnecting: true,
    wanted: 20,
  },
]

const ours = 'Heloise, storing every mail'
const theirs = 'smtp-server, mailparser, SQLite'

export const receiving: readonly Row[] = plans.map((plan) => ({
  name: plan.name,
  title: `Receiving from smtp-source, 10 sessions, ${plan.title}`,
  rounds: 3,
  targets: [wantedOf(plan)],
  open: (servers, size) => open(plan, servers, size),
}))

function wantedOf({ wanted }: Plan): Target {
  return { of: ours, figure: 'mails/s', bound: 'at least', value: wanted, against: theirs }
}

async function open(plan: Plan, servers: AsyncDisposableStack, size: Size): Promise<(Contender | Absent)[]> {
  const source = findProgram('smtp-source')
  const sink = findProgram('smtp-sink')
  if (source === null || sink === null)
    return [{ name: 'all servers', missing: 'smtp-source and smtp-sink are not installed' }]
  const count = size.mails(plan.count)
  const rateOf = async (port: number) => {
    const { seconds } = await run(source, smtpSourceArguments({ ...plan, port, connections: 10, count }))
    return { 'mails/s': count / seconds }
  }
  const watched = async (name: string, script: 'loopback' | 'smtp-server') => {
    const server = await startServer(script, servers)
    return { name, run: () => watch(server, count, rateOf) }
  }
  const sinkPort = await startSmtpSink(sink, servers)
  return [
    await watched(ours, 'loopback'),
    await watched(theirs, 'smtp-server'),
    { name: 'smtp-sink, keeping nothing', run: () => rateOf(sinkPort) },
  ]
}

async function watch(server: BenchServer, count: number, rateOf: (port: number) => Promise<{ 'mails/s': number }>) {
  const before = await server.usage()
  const rates = await rateOf(server.port)
  const { cpuSeconds, memory } = await server.usage()
  return { ...rates, 'CPU µs/mail': ((cpuSeconds - before.cpuSeconds) * 1e6) / count, MiB: memory / 1024 / 1024 }
}
