// What was typed, checked before it becomes bytes: nothing that could end a header or a command early gets further.
import {
  type Address,
  type AddressFault,
  hasControl,
  parseAddress,
  parseRecipient,
  parseSender,
} from '#shared/address/index.ts'
import type { Envelope } from '#shared/values/draft.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'

/** One address of a header field, with its display name. */
export function checkedAddress(text: string, field: string): Address {
  const result = parseAddress(text)
  if (result.kind === 'invalid') throw invalidAddress(text, field, result.fault)
  return result.address
}

/** RFC 5321 §4.1.2, §4.5.5: recipients are mailboxes or `postmaster`; the sender may be empty. */
export function checkedEnvelope({ from, to }: Envelope): Envelope {
  const sender = parseSender(from)
  if (sender.kind === 'invalid') throw invalidAddress(from, 'MAIL FROM', sender.fault)
  for (const address of to) {
    const recipient = parseRecipient(address)
    if (recipient.kind === 'invalid') throw invalidAddress(address, 'RCPT TO', recipient.fault)
  }
  if (to.length === 0) throw smtpError('no-recipients', 'input', 'The mail has no recipient. Nothing was sent.')
  return { from, to }
}

/** The value of a header, which is one line (RFC 5322 §2.2). */
export function checkedHeader(value: string, field: string): string {
  const found = controlIn(value)
  if (found === null) return value
  const message = `${field} holds ${found}, which a header must not have. Nothing was sent.`
  throw smtpError('header-invalid', 'input', message, { facts: { field } })
}

const faultWords: Readonly<Record<AddressFault, string>> = {
  empty: 'is empty',
  'control-character': 'holds a control character',
  'no-at-sign': 'has no @',
  'local-part-empty': 'has nothing before its @',
  'local-part-invalid': 'has signs before its @ that need quotes or are not allowed',
  'local-part-too-long': 'has more than 64 octets before its @',
  'domain-empty': 'has nothing behind its @',
  'domain-invalid': 'has no valid domain behind its @',
  'literal-invalid': 'has no valid IP address in its brackets',
}

function invalidAddress(text: string, field: string, fault: AddressFault): SmtpError {
  const address = shown(text)
  const what = fault === 'control-character' ? `holds ${controlIn(text) ?? 'a control character'}` : faultWords[fault]
  const message = `"${address}" in ${field} cannot be used as a mail address: it ${what}. Nothing was sent.`
  return smtpError('address-invalid', 'input', message, { facts: { address, field, reason: what } })
}

const controlNames = new Map([
  ['\r', 'a carriage return (CR)'],
  ['\n', 'a line feed (LF)'],
  ['\0', 'a NUL character'],
  ['\t', 'a tab'],
])

/** The first control character in words, with its place; null when there is none. */
function controlIn(text: string): string | null {
  const position = [...text].findIndex(hasControl)
  const sign = [...text][position]
  if (sign === undefined) return null
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${controlNames.get(sign) ?? `the control character U+${code}`} at position ${position + 1}`
}

/** With its controls as escapes, so that the message is one line. */
const shown = (text: string): string =>
  [...text].map((sign) => (hasControl(sign) ? (escapes.get(sign) ?? '\u{fffd}') : sign)).join('')
const escapes = new Map([
  ['\r', '\\r'],
  ['\n', '\\n'],
  ['\0', '\\0'],
  ['\t', '\\t'],
])
