// Mails of several sizes over one connection and over ten, on this machine: what a client costs, and how fast it can be.
import type { MailSpec } from '../clients/job.ts'
import { ratesOf, runClient } from '../clients/start.ts'
import { findProgram, run } from '../programs.ts'
import type { Absent, Contender, Row, Size, Target } from '../row.ts'
import { startSmtpSink } from '../servers/smtp-sink.ts'
import { startServer } from '../servers/start.ts'

type Plan = {
  readonly name: string
  readonly octets: number
  readonly connections: number
  /** Mails of a run, for a client of ours and a peer; the warm-up has a fifth of them. */
  readonly count: number
  readonly sink: 'smtp-sink' | 'fast sink'
  readonly targets?: readonly Target[]
}

const plans: readonly Plan[] = [
  {
    name: '1k-1',
    octets: 1024,
    connections: 1,
    count: 4000,
    sink: 'smtp-sink',
    targets: [
      times('Heloise, composed', 'mails/s', 'at least', 3, 'nodemailer, composed'),
      times('Heloise, composed', 'CPU µs/mail', 'at most', 0.25, 'nodemailer, composed'),
    ],
  },
  {
    name: '1k-10',
    octets: 1024,
    connections: 10,
    count: 8000,
    sink: 'smtp-sink',
    targets: [
      times('Heloise, composed', 'mails/s', 'at least', 5, 'nodemailer, composed'),
      times('Heloise, prebuilt', 'mails/s', 'at least', 0.8, 'smtp-source'),
    ],
  },
  { name: '1k-1-fast', octets: 1024, connections: 1, count: 4000, sink: 'fast sink' },
  { name: '1k-10-fast', octets: 1024, connections: 10, count: 8000, sink: 'fast sink' },
  { name: '100k-1', octets: 100 * 1024, connections: 1, count: 1000, sink: 'smtp-sink' },
  { name: '100k-10', octets: 100 * 1024, connections: 10, count: 1000, sink: 'smtp-sink' },
  {
    name: '10m-1',
    octets: 10 * 1024 * 1024,
    connections: 1,
    count: 20,
    sink: 'fast sink',
    targets: [times('Heloise, prebuilt', 'mails/s', 'at least', 4, 'nodemailer, prebuilt')],
  },
  { name: '10m-10', octets: 10 * 1024 * 1024, connections: 10, count: 20, sink: 'fast sink' },
]

export const loopback: readonly Row[] = plans.map((plan) => ({
  name: plan.name,
  title: `${sizeName(plan.octets)}, ${plan.connections === 1 ? 'one connection' : `${plan.connections} connections`}, to ${plan.sink}`,
  rounds: 3,
  targets: plan.targets ?? [],
  open: (servers, size) => open(plan, servers, size),
}))

function times(of: string, figure: string, bound: Target['bound'], value: number, against: string): Target {
  return { of, figure, bound, value, against }
}

async function open(plan: Plan, servers: AsyncDisposableStack, size: Size): Promise<(Contender | Absent)[]> {
  const port = await sinkPort(plan, servers)
  const clients = (['heloise', 'nodemailer'] as const).flatMap((script) =>
    (['composed', 'prebuilt'] as const).map((kind): Contender | Absent => {
      const name = `${clientNames[script]}, ${kind}`
      if (port === null) return { name, missing: 'smtp-sink is not installed' }
      return client(name, script, { ...plan, port, count: size.mails(plan.count) }, { kind, octets: plan.octets })
    }),
  )
  return [...clients, smtpSource(plan, port, size.mails(plan.count))]
}

const clientNames = { heloise: 'Heloise', nodemailer: 'nodemailer' } as const

async function sinkPort({ sink }: Plan, servers: AsyncDisposableStack): Promise<number | null> {
  if (sink === 'fast sink') return (await startServer('fast-sink', servers)).port
  const program = findProgram('smtp-sink')
  return program === null ? null : startSmtpSink(program, servers)
}

type Load = { readonly port: number; readonly connections: number; readonly count: number }

const client = (name: string, script: 'heloise' | 'nodemailer', load: Load, mail: MailSpec): Contender => ({
  name,
  async run() {
    const { port, connections, count } = load
    const job = { port, connections, count, warmUp: Math.ceil(count / 5), mail }
    return ratesOf(await runClient(script, job), count)
  },
})

/** Postfix's load generator: C, no pipelining, mails built beforehand. */
function smtpSource({ connections, octets }: Plan, port: number | null, count: number): Contender | Absent {
  const program = findProgram('smtp-source')
  const name = 'smtp-source'
  if (program === null || port === null) return { name, missing: 'it is not installed' }
  const load = ['-d', '-s', String(connections), '-m', String(count), '-l', String(octets), '-M', 'client.example']
  return {
    name,
    async run() {
      const people = ['-f', 'ana@example.org', '-t', 'luis@example.net']
      return ratesOf(await run(program, [...load, ...people, `127.0.0.1:${port}`]), count)
    },
  }
}

function sizeName(octets: number): string {
  return octets < 1024 * 1024 ? `${octets / 1024} KiB` : `${octets / 1024 / 1024} MiB`
}
