// Our own DNS client against a small server that answers well.
import { expect, it, test } from 'vitest'
import { createDnsClient } from '../../../../electron/engine/dns/client.ts'
import { askableName } from '../../../../electron/engine/dns/dns-name.ts'
import type { RecordType } from '../../../../electron/engine/dns/record.ts'
import { isBelieved, parseServer, serverName } from '../../../../electron/engine/dns/server-address.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import {
  type DnsManners,
  type DnsPeer,
  type DnsTable,
  dnsServer,
  framed,
  timeToLive,
} from '../../../fakes/dns-server.ts'

const { signal } = new AbortController()

type Asking = { readonly name?: string; readonly type?: RecordType; readonly isUnchecked?: boolean }

const clientOf = (...peers: readonly { readonly port: number }[]) =>
  createDnsClient({ servers: peers.map(({ port }) => ({ address: '127.0.0.1', port })), milliseconds: 1000 })

const ask = ({ name = 'a.example', ...rest }: Asking, ...peers: readonly DnsPeer[]) =>
  clientOf(...peers)({ name, type: 'A', ...rest }, signal)

async function askOne(asking: Asking, table: DnsTable, manners: DnsManners = {}) {
  await using server = await dnsServer(table, manners)
  return { answer: await ask(asking, server), questions: server.questions() }
}

const key = 'ab'.repeat(32)

test.each<[RecordType, string, object]>([
  ['A', '192.0.2.1', { address: '192.0.2.1' }],
  ['AAAA', '2001:db8::1', { address: '2001:db8::1' }],
  ['MX', '10 mx.example', { preference: 10, exchange: 'mx.example' }],
  ['TXT', 'v=spf1 |-all', { text: 'v=spf1 -all', strings: ['v=spf1 ', '-all'] }],
  ['TXT', 'señal', { text: 'señal', strings: ['señal'] }],
  ['NS', 'ns.example', { target: 'ns.example' }],
  ['PTR', 'host.example', { target: 'host.example' }],
  ['CNAME', 'other.example', { target: 'other.example' }],
  ['TLSA', `3 1 1 ${key}`, { usage: 3, selector: 1, matching: 1, data: key }],
  ['SRV', '0 5 587 smtp.example', { priority: 0, weight: 5, port: 587, target: 'smtp.example' }],
  [
    'SOA',
    'ns.example admin.example 7 3600 600 86400 300',
    {
      primary: 'ns.example',
      contact: 'admin.example',
      serial: 7,
      refresh: 3600,
      retry: 600,
      expire: 86400,
      minimum: 300,
    },
  ],
  ['CAA', '128 issue ca.example', { isCritical: true, tag: 'issue', value: 'ca.example' }],
  ['DS', `4711 13 2 ${key}`, { keyTag: 4711, algorithm: 13, digestType: 2, digest: key }],
  ['DNSKEY', `257 13 ${key}`, { flags: 257, algorithm: 13, key }],
])('a record of the type %s is read: %s', async (type, text, data) => {
  const { answer } = await askOne({ type }, { [`a.example ${type}`]: [text] })
  expect(answer.records).toEqual([{ name: 'a.example', ttl: timeToLive, type, ...data }])
})

it('a type that is not known keeps its octets', async () => {
  const { answer } = await askOne({ type: 'TYPE65' }, { 'a.example UNKNOWN_65': ['0001ff'] })
  expect(answer.records).toEqual([{ name: 'a.example', ttl: timeToLive, type: 'TYPE65', data: '0001ff' }])
})

it('asks for DNSSEC in one small datagram, and for what is not checked when it is told to', async () => {
  await using server = await dnsServer({ 'a.example A': ['192.0.2.1'] })
  await ask({}, server)
  await ask({ isUnchecked: true }, server)
  expect(
    server.asked.map(({ flag_rd, flag_ad, flag_cd, additionals }) => ({ flag_rd, flag_ad, flag_cd, additionals })),
  ).toMatchObject([
    {
      flag_rd: true,
      flag_ad: true,
      flag_cd: false,
      additionals: [{ type: 'OPT', udpPayloadSize: 1232, flag_do: true, ednsVersion: 0 }],
    },
    { flag_cd: true },
  ])
})

it('follows aliases inside the answer, and asks nobody else for it', async () => {
  const table = {
    'www.example CNAME': ['Other.Example'],
    'other.example CNAME': ['end.example'],
    'end.example A': ['192.0.2.7'],
  }
  const { answer, questions } = await askOne({ name: 'www.example' }, table)
  expect({
    aliases: answer.aliases,
    records: answer.records.map((one) => (one.type === 'A' ? `${one.name} ${one.address}` : one.type)),
    answers: answer.answers.map(({ type }) => type),
    questions,
  }).toEqual({
    aliases: ['Other.Example', 'end.example'],
    records: ['end.example 192.0.2.7'],
    answers: ['CNAME', 'CNAME', 'A'],
    questions: ['www.example A'],
  })
})

it('a loop of aliases ends', async () => {
  const table = { 'a.example CNAME': ['b.example'], 'b.example CNAME': ['a.example'] }
  const { answer } = await askOne({}, table)
  expect([answer.aliases, answer.records]).toEqual([['b.example', 'a.example'], []])
})

it('tells code, extended error, validation, and who said it', async () => {
  const table = { 'bad.example A': { rcode: 2, extended: [6, 'no signature'] }, 'a.example A': [] } as const
  await using server = await dnsServer(table, { isAuthentic: true })
  const told = async (name: string) => {
    const { rcode, extendedErrors, isAuthentic, hasAdBit, transport, server: who } = await ask({ name }, server)
    return { rcode, extendedErrors, isAuthentic, hasAdBit, transport, isThisServer: who === server.place }
  }
  const usual = { extendedErrors: [], isAuthentic: true, hasAdBit: true, transport: 'udp', isThisServer: true }
  expect([await told('bad.example'), await told('absent.example'), await told('a.example')]).toEqual([
    {
      ...usual,
      rcode: 'SERVFAIL',
      extendedErrors: [{ code: 6, text: 'no signature' }],
      isAuthentic: false,
      hasAdBit: false,
    },
    { ...usual, rcode: 'NXDOMAIN' },
    { ...usual, rcode: 'NOERROR' },
  ])
})

it('fetches by TCP what does not fit, however many records that are', async () => {
  const many = Array.from({ length: 3800 }, (_, index) => `10.0.${index >> 8}.${index & 255}`)
  const cutOff = (reply: Buffer) => {
    // 500 octets end in the middle of a record.
    const part = Buffer.from(reply.subarray(0, 500))
    part.writeUInt16BE(part.readUInt16BE(2) | 0x0200, 2)
    return [part]
  }
  const { answer, questions } = await askOne({ name: 'a' }, { 'a A': many }, { udp: cutOff })
  expect([answer.transport, answer.records.length, questions]).toEqual(['tcp', 3800, ['a A', 'a A']])
})

it('reads a TCP answer that comes octet by octet, and not one of a connection too many', async () => {
  const truncated = (reply: Buffer) => {
    const header = Buffer.from(reply)
    header.writeUInt16BE(0x8380, 2)
    return [header]
  }
  const { answer } = await askOne(
    {},
    { 'a.example A': ['192.0.2.1'] },
    {
      udp: truncated,
      tcp(reply, socket) {
        socket.setNoDelay(true)
        for (const octet of framed(reply)) socket.write(Buffer.from([octet]))
      },
    },
  )
  expect([answer.transport, answer.records.length]).toEqual(['tcp', 1])
})

it('asks the next server when one is silent, not there, or does not know', async () => {
  const silent = { udp: () => [] }
  await using one = await dnsServer({}, silent)
  await using refusing = await dnsServer({ 'a.example A': 5 })
  await using good = await dnsServer({ 'a.example A': ['192.0.2.1'] })
  const gone = await goneServer()
  const answers = await Promise.all(
    [one, refusing, gone].map((first) => clientOf(first, good)({ name: 'a.example', type: 'A' }, signal)),
  )
  expect(answers.map(({ rcode, server }) => [rcode, server])).toEqual(
    Array.from({ length: 3 }, () => ['NOERROR', good.place]),
  )
})

it('takes a server at its word when no other one knows better', async () => {
  await using one = await dnsServer({ 'a.example A': 2 })
  await using two = await dnsServer({ 'a.example A': 5 })
  const { rcode, server } = await ask({}, one, two)
  expect([rcode, server]).toEqual(['SERVFAIL', one.place])
})

it('asks without EDNS where a server knows none', async () => {
  const formError = (reply: Buffer, hasEdns: boolean) => {
    if (!hasEdns) return [reply]
    const header = Buffer.from(reply.subarray(0, 12))
    header.writeUInt16BE(0x8181, 2)
    header.fill(0, 4)
    return [header]
  }
  const { answer, questions } = await askOne(
    {},
    { 'a.example A': ['192.0.2.1'] },
    { udp: (reply, { additionals = [] }) => formError(reply, additionals.length > 0) },
  )
  expect([answer.records.length, questions.length]).toEqual([1, 2])
})

it('says that nobody listens at the port', async () => {
  const failure = await clientOf(await goneServer())({ name: 'a.example', type: 'MX' }, signal).catch(
    (error: unknown) => failureOf(error, 'input'),
  )
  expect(failure).toMatchObject({
    kind: 'dns-unavailable',
    stage: 'dns',
    facts: { host: 'a.example', reason: 'ECONNREFUSED' },
  })
})

it('asks the servers of the system where none is chosen', async () => {
  await using server = await dnsServer({ 'a.example A': ['192.0.2.1'] }, { isAuthentic: true })
  const system = () => [{ address: '127.0.0.1', port: server.port }]
  const answer = await createDnsClient({ servers: [], system })({ name: 'a.example', type: 'A' }, signal)
  expect([answer.server, answer.records.length, answer.isAuthentic]).toEqual([server.place, 1, true])
})

test.each([
  ['127.0.0.53', true, true],
  ['::1', true, true],
  ['127.9.9.9:5300', true, true],
  ['192.0.2.1', false, true],
  ['2001:db8::1', false, true],
  ['fe80::1%eth0', false, true],
])('AD from %s is believed when it is the system’s: %s; when it was chosen: %s', (text, asSystems, asChosen) => {
  const server = parseServer(text) ?? { address: '', port: 0 }
  expect([isBelieved(server, false), isBelieved(server, true)]).toEqual([asSystems, asChosen])
})

test.each([
  ['Example.ORG.', 'Example.ORG'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['_25._tcp.bücher.example', '_25._tcp.xn--bcher-kva.example'],
  ['.', '.'],
  ['', null],
  ['a..example', null],
  ['a b.example', null],
  ['a\\.example', null],
  ['a\n.example', null],
  [`${'a'.repeat(64)}.example`, null],
  [`${'a.'.repeat(126)}aa`, null],
])('%j is asked for as %j', (typed, name) => {
  expect(askableName(typed)).toBe(name)
})

test.each([
  ['192.0.2.1', '192.0.2.1', 53],
  ['192.0.2.1:5301', '192.0.2.1', 5301],
  ['2001:db8::1', '2001:db8::1', 53],
  ['[2001:db8::1]:5301', '2001:db8::1', 5301],
  ['fe80::1%eth0', 'fe80::1%eth0', 53],
])('%s is a DNS server', (text, address, port) => {
  const server = parseServer(text)
  expect([server, server === null ? null : serverName(server)]).toEqual([{ address, port }, text])
})

test.each(['dns.example', '192.0.2.1:0', '192.0.2.1:65536', '[192.0.2.1]:53', '2001:db8::1:53:x', ''])(
  '“%s” is no DNS server',
  (text) => {
    expect(parseServer(text)).toBe(null)
  },
)

/** A port at which a server was. */
async function goneServer(): Promise<{ readonly port: number }> {
  const server = await dnsServer({})
  await server[Symbol.asyncDispose]()
  return { port: server.port }
}

it('a server that hears no datagrams is asked by TCP as well', async () => {
  await using server = await dnsServer({ 'a.example A': ['192.0.2.1'] }, { udp: () => [] })
  const client = createDnsClient({ servers: [{ address: '127.0.0.1', port: server.port }], milliseconds: 500 })
  const { transport, records } = await client({ name: 'a.example', type: 'A' }, signal)
  expect([transport, records.length]).toEqual(['tcp', 1])
})
