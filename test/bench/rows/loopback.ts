// Mails of several sizes over one connection and over ten, on this machine: what a client costs, and how fast it can be.
import { findProgram } from '../programs.ts'
import type { Absent, Contender, Row, Size, Target } from '../row.ts'
import { startSmtpSink } from '../servers/smtp-sink.ts'
import { startServer } from '../servers/start.ts'
import { type Client, client, smtpSource } from './contenders.ts'

type Plan = {
  readonly name: string
  readonly octets: number
  readonly connections: number
  readonly count: number
  readonly sink: 'smtp-sink' | 'fast sink'
  readonly targets: readonly Target[]
}

const kib = 1024
const mib = 1024 * kib

const plans: readonly Plan[] = [
  {
    name: '1k-1',
    octets: kib,
    connections: 1,
    count: 5000,
    sink: 'smtp-sink',
    targets: [
      times('Heloise, composed', 'mails/s', 'at least', 3, 'nodemailer, composed'),
      times('Heloise, composed', 'CPU µs/mail', 'at most', 0.25, 'nodemailer, composed'),
    ],
  },
  {
    name: '1k-10',
    octets: kib,
    connections: 10,
    count: 8000,
    sink: 'smtp-sink',
    targets: [
      times('Heloise, composed', 'mails/s', 'at least', 5, 'nodemailer, composed'),
      times('Heloise, prebuilt', 'mails/s', 'at least', 0.8, 'smtp-source'),
    ],
  },
  { name: '100k-1', octets: 100 * kib, connections: 1, count: 1000, sink: 'smtp-sink', targets: [] },
  { name: '100k-10', octets: 100 * kib, connections: 10, count: 1000, sink: 'smtp-sink', targets: [] },
  {
    name: '10m-1',
    octets: 10 * mib,
    connections: 1,
    count: 20,
    sink: 'fast sink',
    targets: [times('Heloise, prebuilt', 'mails/s', 'at least', 4, 'nodemailer, prebuilt')],
  },
  { name: '10m-10', octets: 10 * mib, connections: 10, count: 20, sink: 'fast sink', targets: [] },
]

export const loopback: readonly Row[] = plans.map((plan) => ({
  name: plan.name,
  title: titleOf(plan),
  rounds: 3,
  targets: plan.targets,
  open: (servers, size) => open(plan, servers, size),
}))

function titleOf({ octets, connections, sink }: Plan): string {
  const size = octets < mib ? `${octets / kib} KiB` : `${octets / mib} MiB`
  return `${size}, ${connections === 1 ? 'one connection' : `${connections} connections`}, to ${sink}`
}

function times(of: string, figure: string, bound: Target['bound'], value: number, against: string): Target {
  return { of, figure, bound, value, against }
}

async function open(plan: Plan, servers: AsyncDisposableStack, size: Size): Promise<(Contender | Absent)[]> {
  const port = await sinkPort(plan, servers)
  if (port === null) return [{ name: 'all clients', missing: 'smtp-sink is not installed' }]
  const load = { port, connections: plan.connections, count: size.mails(plan.count) }
  const both = (name: Client) =>
    (['composed', 'prebuilt'] as const).map((kind) => client(name, load, { kind, octets: plan.octets }))
  return [...both('Heloise'), ...both('nodemailer'), smtpSource(load, plan.octets)]
}

async function sinkPort({ sink }: Plan, servers: AsyncDisposableStack): Promise<number | null> {
  if (sink === 'fast sink') return (await startServer('fast-sink', servers)).port
  const program = findProgram('smtp-sink')
  return program === null ? null : startSmtpSink(program, servers)
}
