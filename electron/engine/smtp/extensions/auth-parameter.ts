// The parameter AUTH= of MAIL (RFC 4954 §5): who handed the mail in first. The login itself is in authenticate.ts.
import { xtext } from '../xtext.ts'
import type { Extension } from './extension.ts'

export const authParameter: Extension = {
  keyword: 'AUTH',
  rfc: 'RFC 4954 §5',
  asks: ({ wire }) => wire.mailAuth !== null,
  mail: ({ wire: { mailAuth } }) => {
    if (mailAuth === null) return []
    return [mailAuth === '' || mailAuth === '<>' ? 'AUTH=<>' : `AUTH=${xtext(mailAuth)}`]
  },
  loss: 'AUTH= is not said',
}
