// A server 50 ms away: what the protocol costs, and whether a client waits when it need not.
import { type Client, runClient } from '../clients/start.ts'
import type { Contender, Row } from '../row.ts'
import { startDelayProxy } from '../servers/delay-proxy.ts'
import { startServer } from '../servers/start.ts'
import { client } from './contenders.ts'

const roundTrip = 50

async function farSink(servers: AsyncDisposableStack, transfer: 'DATA' | 'BDAT'): Promise<number> {
  const { port } = await startServer('fast-sink', servers, transfer === 'DATA' ? ['--no-chunking'] : [])
  return startDelayProxy(port, roundTrip, servers)
}

const mail = { kind: 'composed', octets: 1024 } as const

const inOrder: Row = {
  name: '50ms',
  title: '1 KiB, one connection, 50 ms away, PIPELINING',
  rounds: 3,
  targets: [
    { of: 'Heloise, composed', figure: 'mails/s', bound: 'at least', value: 1.9, against: 'nodemailer, composed' },
  ],
  async open(servers, size) {
    const load = { port: await farSink(servers, 'DATA'), connections: 1, count: size.mails(120) }
    return [client('Heloise', load, mail), client('nodemailer', load, mail)]
  },
}

const inFlight: Row = {
  name: '50ms-window',
  title: '1 KiB, one connection, 50 ms away, CHUNKING',
  rounds: 3,
  targets: [
    {
      of: 'Heloise, composed, window 64',
      figure: 'mails/s',
      bound: 'at least',
      value: 100,
      against: 'nodemailer, composed',
    },
  ],
  async open(servers, size) {
    const port = await farSink(servers, 'BDAT')
    const many = { port, connections: 1, count: size.mails(4000), window: 64 }
    return [
      client('Heloise', many, mail, 'Heloise, composed, window 64'),
      client('nodemailer', { port, connections: 1, count: size.mails(20) }, mail),
    ]
  },
}

const one: Row = {
  name: '50ms-one',
  title: 'One mail on a new connection, 50 ms away, until its receipt',
  rounds: 3,
  targets: [
    { of: 'Heloise, DATA', figure: 'round trips', bound: 'at most', value: 5, against: null },
    { of: 'Heloise, BDAT', figure: 'round trips', bound: 'at most', value: 4, against: null },
  ],
  async open(servers) {
    const data = await farSink(servers, 'DATA')
    const chunks = await farSink(servers, 'BDAT')
    return [
      oneMail('Heloise, DATA', 'heloise-one', data),
      oneMail('Heloise, BDAT', 'heloise-one', chunks),
      oneMail('nodemailer', 'nodemailer', data),
    ]
  },
}

/** What a client needs by itself is far less than a round trip, so that whole ones can be counted. */
const oneMail = (name: string, script: Client, port: number): Contender => ({
  name,
  async run() {
    const { seconds } = await runClient(script, { port, connections: 1, count: 1, warmUp: 1, mail })
    return { ms: seconds * 1000, 'round trips': Math.floor((seconds * 1000) / roundTrip) }
  },
})

export const distance: readonly Row[] = [inOrder, inFlight, one]
