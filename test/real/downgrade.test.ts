// Mails that a real Postfix does not bear as they are: it gets them in ASCII, and whoever reads them sees no difference.
import { isAscii } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { deliver } from '../../electron/engine/delivery/index.ts'
import { systemResolver } from '../../electron/engine/dns/index.ts'
import { type ComposedMail, composeMail, composeRawMail } from '../../electron/engine/mail/index.ts'
import { draftOf } from '../fakes/drafts.ts'
import { deliveryTools } from '../fakes/order.ts'
import { type MailServer, withoutTrace } from './mail-server.ts'
import { accessTo } from './profiles.ts'
import { describeWithMailServer } from './server.ts'

const envelope = { from: 'luis@heloise.test', to: ['ana@heloise.test'] }
const text = '¿Qué tal, Ñandú?\r\n.una línea con punto\r\n'
const picture = Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 31) % 256))

describeWithMailServer('a mail that Postfix does not bear as it is', (server) => {
  test('a composed text travels in 8 bits where it may, and encoded where it may not', async () => {
    const encoded = await arrived(server(), server().variantPorts['seven-bit'], await composed())
    const asItIs = await arrived(server(), 25, await composed())
    expect([isAscii(encoded), asItIs.toString().includes('Content-Transfer-Encoding: 8bit')]).toEqual([true, true])
    expect([await read(encoded), await read(asItIs)]).toEqual(
      Array(2).fill({ subject: 'ñ', text: text.replaceAll('\r\n', '\n'), files: [] }),
    )
  })

  test('a raw mail is encoded part by part, headers and all', async () => {
    const mail = await raw(false)
    const kept = await arrived(server(), server().variantPorts['seven-bit'], mail)
    expect([isAscii(kept), await read(kept)]).toEqual([
      true,
      { subject: '¿Mañana?', text: text.replaceAll('\r\n', '\n'), files: [] },
    ])
  })

  test('octets without lines become base64, for Postfix knows no BINARYMIME', async () => {
    const kept = await arrived(server(), 25, await raw(true))
    expect((await read(kept)).files).toEqual([picture.toString('hex')])
  })

  test('a signed mail is refused before MAIL', async () => {
    const mail = await raw(false, 'DKIM-Signature: v=1; d=heloise.test\r\n')
    const receipt = await send(server(), server().variantPorts['seven-bit'], mail)
    expect(receipt.failure).toMatchObject({ kind: 'needs-8bitmime', stage: 'mail', reply: null })
  })
})

const composed = () =>
  composeMail(draftOf({ from: envelope.from, to: envelope.to, format: 'plain', text, subject: 'ñ' }), {
    openAttachment: () => null,
    now: new Date(),
    hostname: 'localhost',
  })

function raw(hasPicture: boolean, signature = ''): Promise<ComposedMail> {
  const head = [
    `${signature}Message-ID: <${randomUUID()}@heloise.test>`,
    // Postfix takes SMTPUTF8, and the Dovecot behind it does not: headers beyond ASCII would come back from there.
    ...(hasPicture ? ['Subject: Hello'] : ['From: Luis Núñez <luis@heloise.test>', 'Subject: ¿Mañana?']),
    'Date: Mon, 2 Nov 2026 12:00:00 +0000',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
  ]
  const parts = [
    `--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
    ...(hasPicture
      ? ['--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n', picture, '\r\n']
      : []),
    '--b--\r\n',
  ]
  const octets = Buffer.concat([`${head.join('\r\n')}\r\n\r\n`, ...parts].map((part) => Buffer.from(part)))
  return composeRawMail(
    async function* () {
      yield octets
    },
    envelope,
    { isBinary: hasPicture },
  )
}

function send(server: MailServer, port: number, mail: ComposedMail) {
  const access = accessTo(server, { name: String(port), port, security: 'none', hasLogin: false })
  const tools = deliveryTools({ resolver: systemResolver({ servers: [] }) })
  return deliver({ access, mail, stopAfter: null, replyTimeout: 10 }, tools)
}

/** As it lies in the mailbox, without what the servers wrote on top. */
async function arrived(server: MailServer, port: number, mail: ComposedMail): Promise<Buffer> {
  expect(await send(server, port, mail)).toMatchObject({ outcome: 'accepted', failure: null })
  return withoutTrace(await server.mail('ana', mail.messageId ?? ''))
}

async function read(mail: Buffer) {
  const { subject, text: words, attachments } = await PostalMime.parse(mail)
  return {
    subject,
    text: words,
    files: attachments.map(({ content }) => Buffer.from(content as ArrayBuffer).toString('hex')),
  }
}
