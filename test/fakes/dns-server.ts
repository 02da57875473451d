// A DNS server of one small table on a free loopback port, by UDP and TCP, that can be made to misbehave.
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { createServer, type Server, type Socket } from 'node:net'
import { type Answer, AUTHENTIC_DATA, type DecodedPacket, decode, encode, type Packet } from 'dns-packet'
import { dnsData } from './dns-data.ts'

/**
 * `mx.example A` → addresses, `example MX` → `5 mx.example`, any type as zone files write it; a number is the code of a
 * failure (2 SERVFAIL, 3 NXDOMAIN), with an extended error beside it where there is one.
 */
export type DnsTable = Readonly<Record<string, readonly string[] | number | DnsFailure>>
export type DnsFailure = {
  readonly rcode: number
  /** Code and text (RFC 8914). */
  readonly extended?: readonly [number, string]
  /** What is said to who asks without a check (CD). */
  readonly unchecked?: readonly string[]
}

export type DnsManners = {
  /** Whether answers are marked as validated (AD). */
  readonly isAuthentic?: boolean | ((name: string) => boolean)
  /** Datagrams to send for a reply, instead of it alone. */
  readonly udp?: (reply: Buffer, query: DecodedPacket) => readonly Buffer[]
  /** What is done with a TCP connection that asked, instead of replying. */
  readonly tcp?: (reply: Buffer, socket: Socket) => void
}

export type DnsPeer = AsyncDisposable & {
  readonly port: number
  /** For `--dns` and settings. */
  readonly place: string
  readonly asked: readonly DecodedPacket[]
  /** `example MX`, in the order of the questions, over UDP and TCP alike. */
  questions(): string[]
}

export async function dnsServer(table: DnsTable, manners: DnsManners = {}): Promise<DnsPeer> {
  const asked: DecodedPacket[] = []
  const sockets = new Set<Socket>()
  const { udp, tcp, port } = await bindBoth()
  udp.on('message', (octets, from) => {
    const query = decode(octets)
    asked.push(query)
    const reply = encode(replyTo(query, table, manners))
    for (const datagram of manners.udp?.(reply, query) ?? [reply]) udp.send(datagram, from.port, from.address)
  })
  tcp.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('data', (octets) => {
      const query = decode(octets.subarray(2))
      asked.push(query)
      const reply = encode(replyTo(query, table, manners))
      if (manners.tcp === undefined) socket.end(framed(reply))
      else manners.tcp(reply, socket)
    })
  })
  return {
    port,
    place: `127.0.0.1:${port}`,
    asked,
    questions: () => asked.map(({ questions: [one] = [] }) => `${one?.name} ${one?.type}`),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => tcp.close(resolve))
      await new Promise<void>((resolve) => udp.close(() => resolve()))
    },
  }
}

/** With its length before it, as TCP wants it. */
export function framed(message: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(message.length)
  return Buffer.concat([length, message])
}

function replyTo(query: DecodedPacket, table: DnsTable, { isAuthentic = false }: DnsManners): Packet {
  const question = query.questions?.[0]
  const name = question?.name.toLowerCase() ?? ''
  const found = table[`${name} ${question?.type}`] ?? (isKnown(name, table) || aliasOf(name, table) ? [] : 3)
  const { rcode, extended, records } = resultOf(found, query.flag_cd)
  const isValid = typeof isAuthentic === 'boolean' ? isAuthentic : isAuthentic(name)
  const answers = rcode === 0 ? withAliases(name, question?.type ?? 'A', records, table) : []
  return {
    type: 'response',
    id: query.id,
    flags: 0x0180 | rcode | (isValid && rcode !== 2 ? AUTHENTIC_DATA : 0),
    questions: query.questions,
    answers,
    additionals: (query.additionals ?? []).some(({ type }) => type === 'OPT') ? [edns(extended)] : [],
  }
}

type Result = {
  readonly rcode: number
  readonly records: readonly string[]
  readonly extended?: DnsFailure['extended']
}

function resultOf(found: readonly string[] | number | DnsFailure, isUnchecked: boolean): Result {
  if (typeof found === 'number') return { rcode: found, records: [] }
  if (!('rcode' in found)) return { rcode: 0, records: found }
  return isUnchecked && found.unchecked ? { rcode: 0, records: found.unchecked } : { ...found, records: [] }
}

const isKnown = (name: string, table: DnsTable) => Object.keys(table).some((key) => key.startsWith(`${name} `))
const aliasOf = (name: string, table: DnsTable): string | null => {
  const found = table[`${name.toLowerCase()} CNAME`]
  return Array.isArray(found) ? (found[0] ?? null) : null
}

/** As a resolver does it: the chain of aliases, then what the last of them has. */
function withAliases(name: string, type: string, own: readonly string[], table: DnsTable): Answer[] {
  const answers: Answer[] = []
  let owner = name
  let records = own
  for (let hops = 0; hops < 20 && type !== 'CNAME'; hops += 1) {
    const target = aliasOf(owner, table)
    if (target === null) break
    answers.push(toAnswer(owner, 'CNAME', target))
    owner = target
    const found = table[`${owner.toLowerCase()} ${type}`]
    records = Array.isArray(found) ? found : []
  }
  return [...answers, ...records.map((text) => toAnswer(owner, type, text))]
}

/** Seconds that every record of the table lives. */
export const timeToLive = 300

const toAnswer = (name: string, type: string, text: string): Answer =>
  ({ name, type, class: 'IN', ttl: timeToLive, data: dnsData(type, text) }) as Answer

const edns = (extended: DnsFailure['extended']): Answer =>
  ({
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    options: extended === undefined ? [] : [{ code: 15, data: extendedData(extended) }],
  }) as unknown as Answer

function extendedData([code, text]: readonly [number, string]): Buffer {
  const number = Buffer.alloc(2)
  number.writeUInt16BE(code)
  return Buffer.concat([number, Buffer.from(text)])
}

/** UDP and TCP on one port; another program may have taken the one of them in between. */
async function bindBoth(): Promise<{ udp: UdpSocket; tcp: Server; port: number }> {
  for (;;) {
    const tcp = createServer()
    await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
    const address = tcp.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const udp = createSocket('udp4')
    const isBound = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false))
      udp.bind(port, '127.0.0.1', () => resolve(true))
    })
    if (isBound) return { udp, tcp, port }
    udp.close()
    await new Promise((resolve) => tcp.close(resolve))
  }
}
