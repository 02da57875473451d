// 8BITMIME (RFC 6152): octets above 127 in the body. Where it is lacking, the composer writes the mail anew, if it can.

import { isBinary } from './binary-mime.ts'
import { because, type Extension, isInUse } from './extension.ts'
import { needsSmtpUtf8 } from './smtp-utf8.ts'

export const eightBitMime: Extension = {
  keyword: '8BITMIME',
  rfc: 'RFC 6152 §3',
  asks: ({ mail }) => mail.needs8bit || needsSmtpUtf8(mail),
  mail: (occasion) => (isBinary(occasion) && isInUse('BINARYMIME', occasion) ? [] : ['BODY=8BITMIME']),
  missing: (occasion) =>
    occasion.mail.needs8bit && !isBinary(occasion)
      ? {
          kind: 'needs-8bitmime',
          message: `The mail needs 8BITMIME, which ${occasion.host} does not offer${because(occasion.obstacle)}.`,
          facts: { reason: occasion.obstacle },
        }
      : null,
}
