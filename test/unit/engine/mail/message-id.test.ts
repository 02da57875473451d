import { expect, test } from 'vitest'
import { withMessageId } from '../../../../electron/engine/mail/message-id.ts'

const body = '\r\n\r\nMessage-ID: stays, for it is text\r\n'

test.each([
  ['replaced', `Subject: x\r\nMessage-ID: <old@x>\r\nTo: y${body}`, `Subject: x\r\nTo: y${body}`],
  ['replaced with its continuation', `Message-Id:\r\n <old@x>\r\nTo: y${body}`, `To: y${body}`],
  ['added where there is none', `Subject: x${body}`, `Subject: x${body}`],
  ['replaced in a mail with bare line feeds', 'message-id: <old@x>\nTo: y\n\ntext\n', 'To: y\n\ntext\n'],
  ['replaced in a mail without a body', 'To: y\r\nMessage-ID: <old@x>\r\n', 'To: y\r\n'],
])('the Message-ID is %s, wherever the mail is cut', async (_, mail, rest) => {
  const octets = Buffer.from(mail)
  const results = new Set<string>()
  for (let cut = 0; cut <= octets.length; cut += 1) {
    const source = async function* () {
      yield octets.subarray(0, cut)
      yield octets.subarray(cut)
    }
    const chunks: Uint8Array[] = []
    for await (const chunk of withMessageId(source, '<new@x>')()) chunks.push(chunk)
    results.add(Buffer.concat(chunks).toString())
  }
  expect([...results]).toEqual([`Message-ID: <new@x>\r\n${rest}`])
})
