// Servers that go wrong while the mail is on its way, and mails that do.
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { ComposedMail } from '../../../../electron/engine/mail/composed-mail.ts'
import type { Receipt } from '../../../../shared/values/receipt.ts'
import { chunkSink } from '../../../fakes/chunk-sink.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { resetSoon, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const envelope = ['C: MAIL', 'S: 250 OK', 'C: RCPT', 'S: 250 OK']
const byData = ['S: 220 mx.example', 'C: EHLO', 'S: 250 mx.example', ...envelope, 'C: DATA', 'S: 354 Go ahead']
const offering = (...offers: readonly string[]) => [
  ...['S: 220 mx.example', 'C: EHLO', 'S: 250-mx.example'],
  ...offers.map((offer, index) => `S: 250${index === offers.length - 1 ? ' ' : '-'}${offer}`),
]
const byChunks = [...offering('CHUNKING'), ...envelope, 'C: BDAT']
const asPipeline = ['C: MAIL', 'C: RCPT', 'S: 250 OK', 'S: 250 OK', 'C: BDAT']

const summary = ({ outcome, failure, recipients }: Receipt) => [
  outcome,
  failure && `${failure.kind} ${failure.stage}`,
  recipients[0]?.outcome,
]

const chunk = Buffer.alloc(65_536, 'x'.repeat(62).concat('\r\n'))

/** So many chunks; `taken` of them were asked for, and the mail must not stay open. */
function largeMail(count: number): ComposedMail & { readonly taken: () => number; readonly isOpen: () => boolean } {
  let taken = 0
  let isOpen = false
  return {
    ...composedMail(),
    size: chunk.length * count,
    taken: () => taken,
    isOpen: () => isOpen,
    async *open() {
      isOpen = true
      try {
        for (; taken < count; taken += 1) {
          yield chunk
          await turn()
        }
      } finally {
        isOpen = false
      }
    },
  }
}

const listens = () => {}
const hangsUp = (socket: { end(): void }) => socket.end()

describe.each([
  ['listens on', listens],
  ['hangs up', hangsUp],
  ['breaks the connection', resetSoon],
])('a server that answers in the middle of the mail, and %s', (_, atEnd) => {
  test.each([
    ['the data', [...byData, 'C: first line']],
    ['a chunk', [...byChunks, 'C: first line']],
    ['chunks behind each other', [...offering('PIPELINING', 'CHUNKING'), ...asPipeline, 'C: first line']],
  ])('is believed when it refuses %s, and nothing more is said', async (_where, lines) => {
    await using peer = await scriptedPeer(toScript([...lines, 'S: 552 5.3.4 Too much']), { atEnd })
    const mail = largeMail(1000)
    const receipt = await deliver(relayOrder(peer.port, { mail, replyTimeout: 20 }), deliveryTools())
    await peer.allClosed()
    expect([...summary(receipt), receipt.failure?.reply?.code]).toEqual([
      'refused',
      'content-refused data',
      'refused',
      552,
    ])
    expect([peer.received.includes('.'), mail.isOpen()]).toEqual([false, false])
  })

  it('is not believed when it says that it has the mail', async () => {
    await using peer = await scriptedPeer(toScript([...byData, 'C: first line', 'S: 250 Taken']), { atEnd })
    const receipt = await deliver(relayOrder(peer.port, { mail: largeMail(1000), replyTimeout: 20 }), deliveryTools())
    await peer.allClosed()
    expect(summary(receipt)).toEqual(['failed', 'reply-malformed data', 'refused'])
  })
})

test.each([
  ['data', byData],
  ['chunks', byChunks],
])('of a mail in %s no more is read than a server that takes nothing leaves room for', async (_, lines) => {
  await using peer = await scriptedPeer(toScript(lines), { atEnd: (socket) => socket.pause() })
  const mail = largeMail(10_000)
  const receipt = await deliver(relayOrder(peer.port, { mail, replyTimeout: 2 }), deliveryTools())
  expect(summary(receipt)).toEqual(['failed', 'reply-timed-out data', 'refused'])
  expect([mail.taken() < 500, mail.isOpen()]).toEqual([true, false])
})

it('a server that talks without end while the mail is on its way is not heard without end', async () => {
  const chatter = Buffer.from('250-more\r\n'.repeat(1000))
  await using peer = await scriptedPeer(toScript([...byData, 'C: first line']), {
    atEnd: (socket) => {
      const more = () => {
        while (!socket.destroyed && socket.write(chatter)) {}
      }
      socket.on('drain', more)
      more()
    },
  })
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(peer.port, { mail: largeMail(1000), replyTimeout: 20 }), tools)
  await peer.allClosed()
  expect([...summary(receipt), (tools.sessions[0]?.entries.length ?? 0) < 1100]).toEqual([
    'failed',
    'reply-too-long data',
    'refused',
    true,
  ])
})

const brokenMail = {
  ...largeMail(1),
  async *open() {
    yield Buffer.from('Subject: Hello\r\n')
    throw new Error('the file is gone')
  },
}

test.each([
  ['data', byData],
  ['chunks', byChunks],
])('a mail in %s that cannot be read to its end is never completed', async (_, lines) => {
  await using peer = await scriptedPeer(toScript([...lines, 'C: Subject', 'C: end']))
  const receipt = await deliver(relayOrder(peer.port, { mail: brokenMail }), deliveryTools())
  await peer.allClosed()
  expect([...summary(receipt), peer.received.includes('.')]).toEqual(['failed', 'internal data', 'refused', false])
})

test.each([
  ['a small one with its envelope', ['PIPELINING', 'CHUNKING'], 100],
  ['a large one by itself', ['PIPELINING', 'CHUNKING'], 100_000],
  ['one in lockstep', ['CHUNKING'], 100],
])('a mail that has more octets than it was said to have is not left open: %s', async (_, offers, size) => {
  await using sink = await chunkSink({ offers })
  const mail = { ...largeMail(10), size }
  const receipt = await deliver(relayOrder(sink.port, { mail }), deliveryTools())
  expect([...summary(receipt), sink.mails.length, mail.isOpen()]).toEqual([
    'failed',
    'raw-mail-invalid data',
    'refused',
    0,
    false,
  ])
})
