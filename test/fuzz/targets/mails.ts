// Mails: dots put in and taken out, raw ones with their headers, those that were received.

import { createSurvey } from '../../../electron/engine/loopback/survey.ts'
import { createUndotter } from '../../../electron/engine/loopback/undot.ts'
import { composeRawMail } from '../../../electron/engine/mail/index.ts'
import { openMail, wordsOf } from '../../../electron/engine/mail/open-mail.ts'
import { createDotStuffer } from '../../../electron/engine/smtp/dot-stuffing.ts'
import { SmtpError } from '../../../electron/engine/smtp-error.ts'
import { octets } from '../corpus.ts'
import { assert, piecesOf, type Target } from '../target.ts'

const mails = octets([
  'Subject: Hello\r\n\r\nHello.\r\n',
  '.\r\n..\r\n.a\r\na.b\r\n',
  'a\n.\r\nMAIL\r.\r\nRCPT\r\n.\nDATA\r\r\n.\r\r\n',
  'From: Ana <ana@example.org>\r\nTo: luis@example.net,\r\n "Núñez, Eva" <eva@example.net>\r\nSubject: =?utf-8?q?Hola?=\r\n\r\nHola\r\n',
  'From: a@b.example\r\nTo: group: c@d.example, "e:;" <f@g.example>;\r\nBcc: undisclosed-recipients:;\r\nMessage-ID: <1@b.example>\r\n\r\n.\r\n',
  'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nPGI+aGk8L2I+\r\n--x\r\nContent-Disposition: attachment; filename*=utf-8\'\'a%20b\r\n\r\nfile\r\n--x--\r\n',
])

export const dots: Target = {
  name: 'dots',
  share: 20,
  samples: mails,
  check(input) {
    const stuffer = createDotStuffer()
    const wire = Buffer.concat([...piecesOf(input).flatMap((piece) => stuffer.write(piece)), stuffer.end()])
    const body = wire.subarray(0, -3).toString('latin1')
    assert(
      wire.subarray(-3).toString() === '.\r\n' && (body === '' || body.endsWith('\r\n')),
      'a mail ends with its dot',
    )
    assert(!/(^|\r\n)\.\r\n/.test(body) && !/\r(?!\n)|(?<!\r)\n/.test(body), 'nothing in a mail ends it')
    assert(undotted(wire) === `${withCrlf(input)}|NOOP`, 'a mail comes out as it went in')
    createSurvey().add(input)
  },
}

/** What our own server makes of it, with what stands behind the end. */
function undotted(wire: Buffer): string {
  const undot = createUndotter()
  let content = ''
  let behind: string | null = null
  for (const piece of piecesOf(Buffer.concat([wire, Buffer.from('NOOP')]))) {
    if (behind === null) {
      const read = undot(piece)
      content += read.content.toString('latin1')
      behind = read.rest?.toString('latin1') ?? null
    } else behind += piece.toString('latin1')
  }
  return `${content}|${behind}`
}

function withCrlf(input: Buffer): string {
  const text = input.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n')
  return text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`
}

export const rawMails: Target = {
  name: 'raw mails',
  share: 6,
  samples: mails,
  async check(input) {
    for (const isBinary of [false, true]) {
      try {
        const mail = await composeRawMail(
          async function* () {
            yield* piecesOf(input)
          },
          null,
          { isBinary },
        )
        let size = 0
        for await (const piece of mail.open()) size += piece.length
        assert(size === mail.size, 'a mail has the octets it is said to have')
        assert(mail.envelope.to.length > 0, 'a mail is for somebody')
      } catch (error) {
        if (!(error instanceof SmtpError)) throw error
      }
    }
  },
}

export const receivedMails: Target = {
  name: 'received mails',
  share: 1,
  samples: mails,
  async check(input) {
    const mail = await openMail(new Blob([Uint8Array.from(input)]))
    assert(mail.parts.length === mail.contents.length, 'each part has its octets')
    wordsOf(mail)
  },
}
