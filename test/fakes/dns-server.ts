// A DNS server of one small table on a free loopback port (RFC 1035 §4), for what asks real servers.
import { createSocket } from 'node:dgram'

/** `mx.example A` → addresses, or `example MX` → `5 mx.example`; a number is the code of a failure (2 SERVFAIL, 3 NXDOMAIN). */
export type DnsTable = Readonly<Record<string, readonly string[] | number>>

export async function dnsServer(table: DnsTable): Promise<AsyncDisposable & { readonly port: number }> {
  const socket = createSocket('udp4')
  socket.on('message', (query, { port, address }) => socket.send(answer(query, table), port, address))
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    port: socket.address().port,
    async [Symbol.asyncDispose]() {
      await new Promise<void>((resolve) => socket.close(() => resolve()))
    },
  }
}

const types = new Map([
  [1, 'A'],
  [15, 'MX'],
  [28, 'AAAA'],
])
const headerLength = 12

function answer(query: Buffer, table: DnsTable): Buffer {
  const end = query.indexOf(0, headerLength) + 5
  const question = query.subarray(headerLength, end)
  const type = question.readUInt16BE(question.length - 4)
  const found = table[`${readName(question)} ${types.get(type)}`] ?? 3
  const records = typeof found === 'number' ? [] : found.map((text) => record(question, type, text))
  const header = Buffer.from(query.subarray(0, headerLength))
  header.writeUInt16BE(0x8180 | (typeof found === 'number' ? found : 0), 2)
  header.writeUInt16BE(records.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([header, question, ...records])
}

function record(question: Buffer, type: number, text: string): Buffer {
  const data = types.get(type) === 'MX' ? mxData(text) : addressData(text)
  const timeAndLength = Buffer.alloc(6)
  timeAndLength.writeUInt16BE(data.length, 4)
  return Buffer.concat([question, timeAndLength, data])
}

function mxData(text: string): Buffer {
  const [preference = '0', exchange = ''] = text.split(' ')
  return Buffer.concat([Buffer.from([0, Number(preference)]), writeName(exchange)])
}

/** A dotted quad, or IPv6 with at most one `::`. */
function addressData(text: string): Buffer {
  if (!text.includes(':')) return Buffer.from(text.split('.').map(Number))
  const [head = [], tail = []] = text.split('::').map((half) => half.split(':').filter(Boolean))
  const groups = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail]
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function readName(octets: Buffer): string {
  const labels: string[] = []
  for (let at = 0, length = octets[0] ?? 0; length > 0; length = octets[at] ?? 0) {
    labels.push(octets.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return labels.join('.').toLowerCase()
}

function writeName(name: string): Buffer {
  const labels = name.split('.').filter(Boolean)
  return Buffer.concat([...labels.map((label) => Buffer.from([label.length, ...Buffer.from(label)])), Buffer.from([0])])
}
