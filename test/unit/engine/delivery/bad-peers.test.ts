// Peers that break the rules: each ends in a failure that names what they did; none hangs, crashes or grows without bound.
import type { Socket } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { Receipt } from '../../../../shared/values/receipt.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, type OrderWish, relayOrder } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const hello = ['S: 220 mx.example', 'C: EHLO', 'S: 250 mx.example']
const envelope = [...hello, 'C: MAIL', 'S: 250 OK', 'C: RCPT', 'S: 250 OK']
const body = [...envelope, 'C: DATA', 'S: 354 Go ahead', 'C: Subject: Hello', 'C: ', 'C: Hello.', 'C: .']

const summary = ({ outcome, failure, recipients }: Receipt) => [
  outcome,
  failure && `${failure.kind} ${failure.stage}`,
  recipients[0]?.outcome,
]

async function replay(lines: readonly string[], wish: OrderWish = {}) {
  await using peer = await scriptedPeer(toScript(lines))
  return summary(await deliver(relayOrder(peer.port, { replyTimeout: 0.2, ...wish }), deliveryTools()))
}

describe('silence', () => {
  test.each([
    ['before the greeting', [], 'greeting-missing greeting', 'refused'],
    ['after EHLO', hello.slice(0, 2), 'reply-timed-out ehlo', 'refused'],
    ['after MAIL', envelope.slice(0, 4), 'reply-timed-out mail', 'refused'],
    ['after RCPT', envelope.slice(0, 6), 'reply-timed-out rcpt', 'refused'],
    ['after DATA', body.slice(0, 8), 'reply-timed-out data', 'refused'],
  ])('%s ends in a time-out', async (_where, lines, failure, recipient) => {
    expect(await replay([...lines, '* silence'])).toEqual(['failed', failure, recipient])
  })

  it('after the final dot leaves the outcome unknown', async () => {
    expect(await replay([...body, '* silence'])).toEqual(['unknown', 'outcome-unknown data', 'unknown'])
  })
})

it('hanging up instead of a greeting is a lost connection', async () => {
  expect(await replay(['* hang up'])).toEqual(['failed', 'connection-lost greeting', 'refused'])
})

describe.each(['* hang up', '* reset'])('%s', (end) => {
  test.each([
    ['after MAIL', envelope.slice(0, 4), 'connection-lost mail'],
    ['after RCPT', envelope.slice(0, 6), 'connection-lost rcpt'],
    ['after DATA', body.slice(0, 8), 'connection-lost data'],
  ])('%s ends in a lost connection', async (_where, lines, failure) => {
    expect(await replay([...lines, end])).toEqual(['failed', failure, 'refused'])
  })
})

test.each([
  ['a greeting', ['S: 421 4.3.2 Busy', '* hang up'], 'greeting-refused greeting'],
  ['EHLO', [...hello.slice(0, 2), 'S: 421 4.3.2 Busy', '* hang up'], 'service-closing ehlo'],
  ['MAIL', [...envelope.slice(0, 4), 'S: 421 4.3.2 Busy', '* hang up'], 'service-closing mail'],
  ['DATA', [...body.slice(0, 8), 'S: 421 4.3.2 Busy', '* hang up'], 'service-closing data'],
])('421 in place of an answer to %s ends the session', async (_where, lines, failure) => {
  expect(await replay(lines)).toEqual(['failed', failure, 'refused'])
})

test.each([
  ['421 to the final dot', [...body, 'S: 421 Going down', '* hang up'], ['refused', 'service-closing data', 'refused']],
  ['354 to the final dot', [...body, 'S: 354 More?'], ['unknown', 'outcome-unknown data', 'unknown']],
  ['half a reply to the final dot', [...body, 'S: 250-', '* hang up'], ['unknown', 'outcome-unknown data', 'unknown']],
  ['250 to DATA', [...envelope, 'C: DATA', 'S: 250 OK'], ['refused', 'command-refused data', 'refused']],
  ['354 to MAIL', [...hello, 'C: MAIL', 'S: 354 OK'], ['refused', 'sender-refused mail', 'refused']],
  ['no code at all', [...hello, 'C: MAIL', 'S: Sure'], ['failed', 'reply-malformed mail', 'refused']],
])('%s', async (_name, lines, expected) => {
  expect(await replay(lines)).toEqual(expected)
})

/** Says these octets at once, then only listens. */
async function against(octets: string | Buffer, wish: OrderWish = {}, then: (socket: Socket) => void = () => {}) {
  await using peer = await rawPeer((socket) => {
    socket.write(octets)
    socket.resume()
    then(socket)
  })
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(peer.port, { replyTimeout: 0.3, ...wish }), tools)
  return { receipt, entries: tools.sessions.flatMap((session) => session.entries) }
}

test.each([
  ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'speaks-http'],
  ['SSH', 'SSH-2.0-OpenSSH_9.9\r\n', 'speaks-ssh'],
  ['IMAP', '* OK [CAPABILITY IMAP4rev1] ready\r\n', 'speaks-imap'],
  ['POP3', '+OK ready\r\n', 'speaks-pop3'],
  ['something unknown', 'login: \r\n', 'speaks-unknown'],
])('a port that speaks %s is named', async (_name, greeting, kind) => {
  const { receipt } = await against(greeting)
  expect(receipt.failure?.kind).toBe(kind)
})

it('a line without end is given up', async () => {
  const { receipt } = await against(`220 ${'x'.repeat(80_000)}`)
  expect(receipt.failure?.kind).toBe('reply-too-long')
})

it('a reply of ten thousand lines is given up', async () => {
  const { receipt, entries } = await against('220-x\r\n'.repeat(10_000))
  expect([receipt.failure?.kind, entries.length < 1_100]).toEqual(['reply-too-long', true])
})

it('two replies at once are not taken for the answers to two commands', async () => {
  const { receipt } = await against('220 mx.example\r\n250 mx.example\r\n250 OK\r\n250 OK\r\n354 Go\r\n250 Taken\r\n')
  expect(summary(receipt)).toEqual(['failed', 'reply-malformed greeting', 'refused'])
})

it('an octet at a time does not stretch the time that a reply has', async () => {
  const { receipt } = await against('2', {}, (socket) => {
    const timer = setInterval(() => socket.write('2'), 20)
    socket.on('close', () => clearInterval(timer))
  })
  expect(receipt.failure?.kind).toBe('greeting-missing')
})

it('a refusal in the middle of the data is believed, and nothing more is said', async () => {
  const chunk = Buffer.alloc(65_536, 'x'.repeat(62).concat('\r\n'))
  const mail = {
    ...composedMail(),
    size: chunk.length * 100,
    async *open() {
      for (let count = 0; count < 100; count += 1) {
        yield chunk
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
  const script = [...envelope, 'C: DATA', 'S: 354 Go ahead', 'C: first line', 'S: 552 5.3.4 Too much']
  await using peer = await scriptedPeer(toScript([...script, '* silence']))
  const receipt = await deliver(relayOrder(peer.port, { mail }), deliveryTools())
  expect([...summary(receipt), receipt.failure?.reply?.code]).toEqual([
    'refused',
    'content-refused data',
    'refused',
    552,
  ])
})

it('a mail that cannot be read to its end is never completed', async () => {
  const mail = {
    ...composedMail(),
    async *open() {
      yield Buffer.from('Subject: Hello\r\n')
      throw new Error('the file is gone')
    },
  }
  await using peer = await scriptedPeer(toScript([...envelope, 'C: DATA', 'S: 354 Go ahead', 'C: Subject', 'C: end']))
  const receipt = await deliver(relayOrder(peer.port, { mail }), deliveryTools())
  expect([...summary(receipt), peer.received.includes('.')]).toEqual(['failed', 'internal data', 'refused', false])
})
