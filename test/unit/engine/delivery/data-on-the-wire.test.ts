// The octets of a mail as they travel by DATA, whatever they were: nothing in them ends the mail early (SMTP smuggling), and our own
// server has them back as they were.
import { describe, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { createUndotter } from '../../../../electron/engine/loopback/undot.ts'
import type { ComposedMail } from '../../../../electron/engine/mail/composed-mail.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'

/** A server of one mail: what came behind its 354, and behind the end of that. */
async function taking(mail: ComposedMail) {
  const received: Buffer[] = []
  let isInData = false
  await using peer = await rawPeer((socket) => {
    socket.write('220 mx\r\n')
    socket.on('data', (octets: Buffer) => {
      const text = octets.toString('latin1')
      if (isInData) {
        received.push(octets)
        isInData = !Buffer.concat(received).toString('latin1').endsWith('\r\n.\r\n') && text !== '.\r\n'
        if (!isInData) socket.write('250 Taken\r\n')
      } else if (text.startsWith('DATA')) {
        isInData = true
        socket.write('354 Go\r\n')
      } else if (text.startsWith('QUIT')) socket.end('221 Bye\r\n')
      else socket.write('250 OK\r\n')
    })
  })
  const tools = deliveryTools()
  const { outcome, bytes } = await deliver(relayOrder(peer.port, { mail }), tools)
  const body = tools.sessions[0]?.entries.find(({ kind }) => kind === 'body')
  return { outcome, bytes, wire: Buffer.concat(received).toString('latin1'), body }
}

const mailOf = (...pieces: readonly string[]): ComposedMail => ({
  ...composedMail(),
  size: pieces.join('').length,
  async *open() {
    for (const piece of pieces) yield Buffer.from(piece, 'latin1')
  },
})

test.each([
  ['nothing', '', '.\r\n'],
  ['no line end at its end', 'Subject: a\r\n\r\nb', 'Subject: a\r\n\r\nb\r\n.\r\n'],
  ['its line end already', 'Subject: a\r\n\r\nb\r\n', 'Subject: a\r\n\r\nb\r\n.\r\n'],
  ['lines of dots', 'a\r\n.\r\n..\r\n.b\r\n', 'a\r\n..\r\n...\r\n..b\r\n.\r\n'],
  ['an end with bare LF', 'a\n.\nMAIL FROM:<x@y>\n', 'a\r\n..\r\nMAIL FROM:<x@y>\r\n.\r\n'],
  ['an end with LF and CRLF', 'a\n.\r\nMAIL\r\n', 'a\r\n..\r\nMAIL\r\n.\r\n'],
  ['an end with bare CR', 'a\r.\rMAIL\r', 'a\r\n..\r\nMAIL\r\n.\r\n'],
  ['an end with CR CR LF', 'a\r\r\n.\r\r\nMAIL\r\n', 'a\r\n\r\n..\r\n\r\nMAIL\r\n.\r\n'],
  ['octets beyond ASCII, and NUL', '\xf1\0\xff\r\n', '\xf1\0\xff\r\n.\r\n'],
])('a mail with %s ends once, where it ends', async (_, content, wire) => {
  const octets = [...content]
  for (const pieces of [[content], octets]) expect((await taking(mailOf(...pieces))).wire).toBe(wire)
  const read = createUndotter()(Buffer.from(wire, 'latin1'))
  const lines = content.replace(/\r\n|\r|\n/g, '\r\n')
  expect([read.content.toString('latin1'), String(read.rest)]).toEqual([
    lines === '' || lines.endsWith('\r\n') ? lines : `${lines}\r\n`,
    '',
  ])
})

describe('of a large mail', () => {
  const line = `${'x'.repeat(70)}\r\n`
  const mail = mailOf('Subject: Hello\r\n\r\n', ...Array.from({ length: 1000 }, () => line))

  it('the log keeps how it begins, its size and its speed, and never the whole', async () => {
    const { outcome, bytes, wire, body } = await taking(mail)
    expect([outcome, bytes, wire.length]).toEqual(['accepted', 72_018, 72_021])
    expect({ ...body, text: body?.text.split('\n').slice(0, 3), facts: Object.keys(body?.facts ?? {}) }).toMatchObject({
      direction: 'client',
      kind: 'body',
      text: ['Subject: Hello', '', 'x'.repeat(70)],
      bytes: 72_018,
      facts: ['octets', 'ms', 'octetsPerSecond'],
    })
    expect([body?.facts.octets, body?.text.split('\n').length, (body?.text.length ?? 0) <= 2048]).toEqual([
      72_018,
      24,
      true,
    ])
  })
})
