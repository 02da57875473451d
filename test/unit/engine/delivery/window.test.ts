// A window of mails on their way at once: what the server has not answered is never said to be sent, and never sent again.
import { describe, expect, it, test } from 'vitest'
import { deliverMany } from '../../../../electron/engine/delivery/index.ts'
import { chunkSink } from '../../../fakes/chunk-sink.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const hello = ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250-PIPELINING', 'S: 250 CHUNKING']
const lines = ['C: Subject', 'C: ', 'C: Hello.']
const whole = ['C: MAIL', 'C: RCPT', 'C: BDAT', ...lines]
const behind = ['C: RSET', ...whole]
const ok = ['S: 250 MAIL', 'S: 250 RCPT', 'S: 250 taken']
const bye = ['C: QUIT', 'S: 221 Bye']

async function send(port: number, count: number, window: number) {
  const order = {
    access: relayAccess(port),
    replyTimeout: 5,
    count,
    connections: 1,
    window,
    mayOvertake: true,
    mail: () => composedMail(),
  }
  const { sent, refused, unknown, failed, failure } = await deliverMany(order, deliveryTools())
  return { sent, refused, unknown, failed, failure: failure?.kind ?? null }
}

async function replay(script: readonly string[], count: number, window: number) {
  await using peer = await scriptedPeer(toScript(script))
  const figures = await send(peer.port, count, window)
  return { ...figures, received: peer.received.map((line) => line.split(' ', 1)[0]).join(' ') }
}

const fine = { refused: 0, unknown: 0, failed: 0, failure: null }

it('writes as many mails ahead of their replies as the window holds', async () => {
  const script = [...hello, ...whole, ...behind, ...behind, ...ok, 'S: 250', ...ok, 'S: 250', ...ok, ...bye]
  expect(await replay(script, 3, 3)).toMatchObject({ ...fine, sent: 3 })
})

it('waits for each verdict when the window is one', async () => {
  const script = [...hello, ...whole, ...ok, ...whole, ...ok, ...bye]
  expect(await replay(script, 2, 1)).toMatchObject({ ...fine, sent: 2 })
})

it('lets a refused mail leave nothing to the next one, which RSET precedes', async () => {
  const refused = ['S: 250', 'S: 550 Nobody', 'S: 554 No valid recipients']
  const script = [...hello, ...whole, ...behind, ...refused, 'S: 250', ...ok, ...bye]
  expect(await replay(script, 2, 2)).toMatchObject({ ...fine, sent: 1, refused: 1, failure: 'recipients-refused' })
})

it('says RSET after a refused mail also where each waits for the other', async () => {
  const script = [...hello, ...whole, 'S: 550 No', 'S: 503', 'S: 503', ...behind, 'S: 250', ...ok, ...bye]
  expect(await replay(script, 2, 1)).toMatchObject({ ...fine, sent: 1, refused: 1, failure: 'sender-refused' })
})

it('sends by another session what stood behind a 421, for the server did nothing of it', async () => {
  const script = [...hello, ...whole, ...behind, ...behind, ...ok, 'S: 250', 'S: 421 Bye', '* hang up', '* connect']
  const again = [...hello, ...whole, ...ok, ...bye]
  expect(await replay([...script, ...again], 3, 3)).toMatchObject({
    ...fine,
    sent: 2,
    failed: 1,
    failure: 'service-closing',
  })
})

it('is certain of a mail that was refused before the server hung up, and not of those behind it', async () => {
  const script = [...hello, ...whole, ...behind, ...behind, 'S: 250', 'S: 550 Nobody', '* hang up']
  expect(await replay(script, 3, 3)).toMatchObject({
    ...fine,
    sent: 0,
    refused: 1,
    unknown: 2,
    failure: 'recipients-refused',
  })
})

it.each([1, 2])('says DATA and the next envelope right behind the dot, with a window of %i', async (window) => {
  const plain = hello.slice(0, -1).with(-1, 'S: 250 PIPELINING')
  const envelope = ['C: MAIL', 'C: RCPT', 'C: DATA']
  const goAhead = ['S: 250', 'S: 250', 'S: 354']
  const mail = [...lines, 'C: .']
  const script = [...plain, ...envelope, ...goAhead, ...mail, ...envelope, 'S: 250 1', ...goAhead, ...mail, 'S: 250 2']
  expect(await replay([...script, ...bye], 2, window)).toMatchObject({ ...fine, sent: 2 })
})

it('has one mail at most whose outcome is unknown when a window of one breaks, and sends what stood behind it', async () => {
  const plain = hello.slice(0, -1).with(-1, 'S: 250 PIPELINING')
  const envelope = ['C: MAIL', 'C: RCPT', 'C: DATA']
  const goAhead = ['S: 250', 'S: 250', 'S: 354']
  const mail = [...lines, 'C: .']
  const broken = [...plain, ...envelope, ...goAhead, ...mail, ...envelope, '* hang up', '* connect']
  const again = [...plain, ...envelope, ...goAhead, ...mail, 'S: 250', ...bye]
  expect(await replay([...broken, ...again], 2, 1)).toMatchObject({
    sent: 1,
    refused: 0,
    unknown: 1,
    failed: 0,
    failure: 'outcome-unknown',
  })
})

it('keeps to the order of commands where the server offers no PIPELINING, whatever the window', async () => {
  const plain = ['S: 220 mx', 'C: EHLO', 'S: 250 mx']
  const mail = ['C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: DATA', 'S: 354', ...lines, 'C: .', 'S: 250']
  expect(await replay([...plain, ...mail, ...mail, ...bye], 2, 8)).toMatchObject({ ...fine, sent: 2 })
})

it('makes no more mails a session than the server bears', async () => {
  const limited = [...hello.slice(0, -1), 'S: 250-CHUNKING', 'S: 250 LIMITS MAILMAX=2']
  const first = [...limited, ...whole, ...behind, ...ok, 'S: 250', ...ok, ...bye, '* connect']
  expect(await replay([...first, ...limited, ...whole, ...ok, ...bye], 3, 8)).toMatchObject({ ...fine, sent: 3 })
})

describe('cut off at any octet of the replies to three mails', () => {
  const replies = [
    '250 A\r\n250 B\r\n250 C\r\n',
    '250 R\r\n250 A\r\n250 B\r\n250 C\r\n',
    '250 R\r\n250 A\r\n250 B\r\n250 C\r\n',
  ]
  const all = replies.join('')
  const ends = replies.map((_, index) => replies.slice(0, index + 1).join('').length)

  test.each(Array.from({ length: all.length + 1 }, (_, cut) => cut))('%i', async (cut) => {
    let mails = 0
    await using peer = await rawPeer((socket) => {
      let said = ''
      socket.write('220 mx\r\n')
      socket.on('data', (octets: Buffer) => {
        said += octets.toString()
        if (/^EHLO [^\n]*\n$/.test(said)) socket.write('250-mx\r\n250-PIPELINING\r\n250 CHUNKING\r\n')
        const found = said.split('BDAT').length - 1
        if (found === 3 && said.endsWith('Hello.\r\n')) {
          mails += found
          said = ''
          socket.end(all.slice(0, cut))
        }
      })
    })
    const sent = ends.filter((end) => end <= cut).length
    const { failure, ...figures } = await send(peer.port, 3, 3)
    expect({ ...figures, mails }).toEqual({ sent, refused: 0, unknown: 3 - sent, failed: 0, mails: 3 })
    expect(failure).toBe(sent === 3 ? null : 'outcome-unknown')
  })
})

it('never waits for a server that waits for its replies to be read', async () => {
  await using sink = await chunkSink({ replyLength: 20_000 })
  const content = `Subject: Hello\r\n\r\n${'x'.repeat(60_000)}\r\n`
  const to = Array.from({ length: 20 }, (_, index) => `luis${index}@example.net`)
  const order = {
    access: relayAccess(sink.port),
    replyTimeout: 10,
    count: 40,
    connections: 1,
    window: 64,
    mayOvertake: true,
    mail: () => composedMail({ content, to }),
  }
  const { sent, failure } = await deliverMany(order, deliveryTools())
  expect([sent, failure, sink.mails.length]).toEqual([40, null, 40])
})
