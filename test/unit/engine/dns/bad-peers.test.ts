// DNS servers that misbehave: no question hangs, crashes or believes them.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { createDnsClient } from '../../../../electron/engine/dns/client.ts'
import { encodeQuery, readResponse } from '../../../../electron/engine/dns/message.ts'
import { createFrameReader } from '../../../../electron/engine/dns/tcp-frames.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { type DnsManners, dnsServer, framed } from '../../../fakes/dns-server.ts'

/** Short where nothing ever comes, and long enough where something does. */
const short = 60
const long = 10_000

async function outcome(manners: DnsManners, milliseconds: number): Promise<string> {
  await using server = await dnsServer({ 'a.example A': ['192.0.2.1'] }, manners)
  const ask = createDnsClient({ servers: [{ address: '127.0.0.1', port: server.port }], milliseconds })
  return await ask({ name: 'a.example', type: 'A' }, new AbortController().signal).then(
    ({ records, transport }) => `${records.length} by ${transport}`,
    (error: unknown) => {
      const { kind, facts } = failureOf(error, 'input')
      return facts.reason === undefined ? kind : `${kind}: ${facts.reason}`
    },
  )
}

const noAnswer = `dns-unavailable: no answer within ${short / 1000} seconds`

const changed = (reply: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(reply)
  change(copy)
  return copy
}
const withOtherId = (reply: Buffer) => changed(reply, (copy) => copy.writeUInt16BE(copy.readUInt16BE(0) ^ 1, 0))
const withOtherName = (reply: Buffer) => changed(reply, (copy) => copy.write('b', 13))
const withOtherType = (reply: Buffer) => changed(reply, (copy) => copy.writeUInt16BE(16, 12 + 11))
const asQuery = (reply: Buffer) => changed(reply, (copy) => copy.writeUInt16BE(0x0100, 2))
const claiming = (reply: Buffer) => changed(reply, (copy) => copy.writeUInt16BE(65535, 6))
const truncated = (reply: Buffer) => changed(reply, (copy) => copy.writeUInt16BE(copy.readUInt16BE(2) | 0x0200, 2))
const garbageOf = (reply: Buffer) => Buffer.concat([reply.subarray(0, 30), Buffer.alloc(40, 0xc1)])
/** The name of the record points at itself. */
const pointingAtItself = (reply: Buffer) => {
  const end = 12 + 11 + 4
  return Buffer.concat([reply.subarray(0, end), Buffer.from([0xc0, end]), reply.subarray(end + 11)])
}

test.each<[string, DnsManners, string]>([
  ['silence', { udp: () => [] }, noAnswer],
  ['another id', { udp: (reply) => [withOtherId(reply)] }, noAnswer],
  ['another name', { udp: (reply) => [withOtherName(reply)] }, noAnswer],
  ['another type', { udp: (reply) => [withOtherType(reply)] }, noAnswer],
  ['a query', { udp: (reply) => [asQuery(reply)] }, noAnswer],
  ['an empty datagram', { udp: () => [Buffer.alloc(0)] }, noAnswer],
  ['forgeries before the answer', { udp: (reply) => [withOtherId(reply), withOtherName(reply), reply] }, '1 by udp'],
  ['octets without sense', { udp: (reply) => [garbageOf(reply)] }, '1 by tcp'],
  ['a header alone', { udp: (reply) => [reply.subarray(0, 12)] }, '1 by tcp'],
  ['less than a header', { udp: (reply) => [reply.subarray(0, 5)] }, '1 by tcp'],
  ['more records in the header than there are', { udp: (reply) => [claiming(reply)] }, '1 by tcp'],
  ['a name that points at itself', { udp: (reply) => [pointingAtItself(reply)] }, '1 by tcp'],
])('%s by UDP', async (_what, manners, expected) => {
  // What comes by TCP instead is another question.
  const all = expected === noAnswer ? { ...manners, tcp: () => {} } : manners
  expect(await outcome(all, expected === noAnswer ? short : long)).toBe(expected)
})

const byTcp = (tcp: DnsManners['tcp']): DnsManners =>
  tcp === undefined ? {} : { udp: (reply) => [truncated(reply)], tcp }

test.each<[string, DnsManners, string]>([
  ['silence', byTcp(() => {}), noAnswer],
  ['hanging up', byTcp((_reply, socket) => socket.end()), 'dns-unavailable: the server closed the connection'],
  ['a reset', byTcp((_reply, socket) => socket.resetAndDestroy()), 'dns-unavailable: ECONNRESET'],
  ['half an answer', byTcp((reply, socket) => void socket.write(framed(reply).subarray(0, 20))), noAnswer],
  ['a length without its octets', byTcp((_reply, socket) => void socket.write(Buffer.from([255, 255, 0]))), noAnswer],
  [
    'octets without sense',
    byTcp((reply, socket) => void socket.write(framed(garbageOf(reply)))),
    'dns-unavailable: its answer cannot be read',
  ],
  [
    'truncated again',
    byTcp((reply, socket) => void socket.write(framed(truncated(reply)))),
    'dns-unavailable: its answer cannot be read',
  ],
  [
    'empty messages without end',
    byTcp((_reply, socket) => void socket.write(Buffer.alloc(65536))),
    'dns-unavailable: its answers are not for us',
  ],
  [
    'answers to others without end',
    byTcp(
      (reply, socket) => void socket.write(Buffer.concat(Array.from({ length: 50 }, () => framed(withOtherId(reply))))),
    ),
    'dns-unavailable: its answers are not for us',
  ],
  [
    'somebody else’s answer first',
    byTcp((reply, socket) => void socket.write(Buffer.concat([framed(withOtherId(reply)), framed(reply)]))),
    '1 by tcp',
  ],
])('%s by TCP', async (_what, manners, expected) => {
  expect(await outcome(manners, expected === noAnswer ? short : long)).toBe(expected)
})

it('an endless TCP message ends with the time, and holds no more than one message', async () => {
  const endless = byTcp((reply, socket) => {
    socket.write(Buffer.from([255, 255]))
    const more = () => {
      if (!socket.destroyed) socket.write(reply.subarray(0, 1), () => setTimeout(more, 1))
    }
    more()
  })
  expect(await outcome(endless, short)).toBe(noAnswer)
})

test.each<[string, (stop: () => void) => DnsManners]>([
  [
    'UDP',
    (stop) => ({
      udp() {
        stop()
        return []
      },
    }),
  ],
  ['TCP', (stop) => byTcp(stop)],
])('Stop ends the wait for %s at once', async (_name, manners) => {
  const controller = new AbortController()
  await using server = await dnsServer(
    { 'a.example A': [] },
    manners(() => controller.abort()),
  )
  const ask = createDnsClient({ servers: [{ address: '127.0.0.1', port: server.port }], milliseconds: 60_000 })
  const failure = await ask({ name: 'a.example', type: 'A' }, controller.signal).catch((error: unknown) =>
    failureOf(error, 'input'),
  )
  expect(failure).toMatchObject({ kind: 'stopped', stage: 'dns', facts: { host: 'a.example' } })
})

const query = encodeQuery(4711, { name: 'a.example', type: 'A' }, true)

it('whatever octets come, reading them ends, and never throws', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (octets, hasOurHeader) => {
      const header = changed(query, (copy) => copy.writeUInt16BE(0x8180, 2))
      const message = hasOurHeader ? Buffer.concat([header.subarray(0, 27), octets]) : Buffer.from(octets)
      expect(['response', 'truncated', 'stranger', 'unreadable']).toContain(readResponse(message, query).kind)
    }),
  )
})

it('a message with as much work in it as 64 KiB can hold is read: names at the end of thousands of pointers', () => {
  const farthest = 0x3fff
  const start = query.length - 11
  const head = changed(query.subarray(0, start), (copy) => {
    copy.writeUInt16BE(0x8180, 2)
    copy.writeUInt16BE(3001, 6)
    copy.writeUInt16BE(0, 10)
  })
  // A record of octets (NULL) that are pointers, each to the one before; the first one points to a root.
  const begin = start + 11
  const pointers = Buffer.alloc((farthest - begin) & ~1)
  for (let at = 0; at < pointers.length; at += 2)
    pointers.writeUInt16BE(0xc000 | (at === 0 ? start : begin + at - 2), at)
  const octets = Buffer.from([0, 0, 10, 0, 1, 0, 0, 0, 0, pointers.length >> 8, pointers.length & 255])
  const last = 0xc000 | (begin + pointers.length - 2)
  const record = Buffer.from([last >> 8, last & 255, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, 192, 0, 2, 1])
  const records = Array.from({ length: 3000 }, () => record)
  const reading = readResponse(Buffer.concat([head, octets, pointers, ...records]), query)
  expect(reading.kind === 'response' ? reading.response.answers.length : reading.kind).toBe(3000)
})

it('messages of a stream are found wherever it is cut', () => {
  const messages = [Buffer.from('one'), Buffer.alloc(0), Buffer.alloc(300, 7)]
  const stream = Buffer.concat(messages.map(framed))
  fc.assert(
    fc.property(fc.array(fc.nat({ max: stream.length }), { maxLength: 8 }), (cuts) => {
      const read = createFrameReader()
      const places = [0, ...cuts.toSorted((a, b) => a - b), stream.length]
      const pieces = places.slice(1).map((end, index) => stream.subarray(places[index], end))
      expect(pieces.flatMap((piece) => [...read(piece)].map((message) => message.toString('hex')))).toEqual(
        messages.map((message) => message.toString('hex')),
      )
    }),
    // Also with empty pieces at the beginning and at the end.
    { examples: [[[0, 0]], [[stream.length]]] },
  )
})
