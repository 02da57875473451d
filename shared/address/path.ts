// The argument of MAIL FROM and RCPT TO (RFC 5321 §4.1.2): a path in angle brackets, then parameters.
import { hasControl } from './mailbox.ts'

export type EsmtpParameter = { readonly keyword: string; readonly value: string | null }
export type PathArgument = {
  /** What stands between the brackets, a source route left out; whether it is a mailbox is asked of `parseMailbox`. */
  readonly address: string
  readonly parameters: readonly EsmtpParameter[]
}

/** Reads `<a@b> SIZE=12 SMTPUTF8`; null when it has not that form. */
export function parsePath(argument: string): PathArgument | null {
  if (hasControl(argument)) return null
  const match = /^<((?:"(?:[^"\\]|\\.)*"|[^"<>])*)>((?: +[^ ]+)*) *$/u.exec(argument)
  if (match === null) return null
  // RFC 5321 §4.1.1.3, App. C: a source route is read and ignored.
  const address = (match[1] ?? '').replace(/^@[^:"]*:/, '')
  const words = (match[2] ?? '').split(' ').filter((word) => word !== '')
  const parameters = words.map(parseParameter)
  return parameters.includes(null) ? null : { address, parameters: parameters.filter((one) => one !== null) }
}

/** RFC 5321 §4.1.2 esmtp-param, with UTF-8 in the value as RFC 6531 §3.3 has it. */
function parseParameter(word: string): EsmtpParameter | null {
  const match = /^([a-z0-9][a-z0-9-]*)(?:=([^=\s]+))?$/iu.exec(word)
  return match ? { keyword: match[1] ?? '', value: match[2] ?? null } : null
}
