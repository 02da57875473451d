// The addresses of the envelope (RFC 5321 §4.1.2 Mailbox, with UTF-8 as RFC 6531 §3.3 allows). No display names.
import { utf8Length } from '../utf8-length.ts'
import { isAddressLiteral, isAscii, isDomain, toAscii } from './domain.ts'

export type AddressFault =
  | 'empty'
  | 'control-character'
  | 'no-at-sign'
  | 'local-part-empty'
  | 'local-part-invalid'
  | 'local-part-too-long'
  | 'domain-empty'
  | 'domain-invalid'
  | 'literal-invalid'

export type Mailbox = {
  /** As written, quotes included; empty for the null sender. */
  readonly localPart: string
  /** As written: a name or a literal; empty for the null sender and for a bare `postmaster`. */
  readonly domain: string
}

export type MailboxResult =
  | { readonly kind: 'mailbox'; readonly mailbox: Mailbox }
  | { readonly kind: 'invalid'; readonly fault: AddressFault }

/** `local@domain`, without angle brackets. */
export function parseMailbox(text: string): MailboxResult {
  if (text === '') return invalid('empty')
  if (hasControl(text)) return invalid('control-character')
  const at = endOfLocalPart(text)
  if (at === -1) return invalid('no-at-sign')
  const localPart = text.slice(0, at)
  const domain = text.slice(at + 1)
  const fault = localPartFault(localPart) ?? domainFault(domain)
  return fault === null ? valid(localPart, domain) : invalid(fault)
}

/** What MAIL FROM may hold: a mailbox, or nothing at all for the null sender (RFC 5321 §4.5.5). */
export function parseSender(text: string): MailboxResult {
  return text === '' ? valid('', '') : parseMailbox(text)
}

/** What RCPT TO may hold: a mailbox, or `postmaster` alone (RFC 5321 §4.1.1.3). */
export function parseRecipient(text: string): MailboxResult {
  return /^postmaster$/i.test(text) ? valid(text, '') : parseMailbox(text)
}

/** Whether the address cannot be said without SMTPUTF8: a domain can be turned into A-labels, a local part cannot. */
export function needsUtf8(mailbox: Mailbox): boolean {
  return !isAscii(mailbox.localPart)
}

/** The address as text, its domain as A-labels where it has U-labels. */
export function toAsciiDomain(mailbox: Mailbox): string {
  if (mailbox.domain === '') return mailbox.localPart
  return `${mailbox.localPart}@${toAscii(mailbox.domain) ?? mailbox.domain}`
}

/** C0, DEL and C1 controls and the Unicode line separators: never part of an address, a name or a command. */
export function hasControl(text: string): boolean {
  return /[\x00-\x1f\x7f-\x9f\u2028\u2029]/.test(text)
}

const valid = (localPart: string, domain: string): MailboxResult => ({
  kind: 'mailbox',
  mailbox: { localPart, domain },
})
const invalid = (fault: AddressFault): MailboxResult => ({ kind: 'invalid', fault })

/** Where the `@` stands: behind the closing quote, or the last one, so that a stray `@` is seen as part of the local part. */
function endOfLocalPart(text: string): number {
  const quoted = /^"(?:[^"\\]|\\.)*"(?=@)/u.exec(text)
  return quoted ? quoted[0].length : text.lastIndexOf('@')
}

const dotString = /^[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+(\.[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*$/u
const quotedString = /^"(?:[ !#-[\]-~\u0080-\u{10ffff}]|\\[ -~])*"$/u

function localPartFault(localPart: string): AddressFault | null {
  if (localPart === '') return 'local-part-empty'
  if (!dotString.test(localPart) && !quotedString.test(localPart)) return 'local-part-invalid'
  // RFC 5321 §4.5.3.1.1; octets, so that UTF-8 counts as it travels.
  return localPart.length * 3 > 64 && utf8Length(localPart) > 64 ? 'local-part-too-long' : null
}

function domainFault(domain: string): AddressFault | null {
  if (domain === '') return 'domain-empty'
  if (domain.startsWith('[')) return isAddressLiteral(domain) ? null : 'literal-invalid'
  return isDomain(domain) ? null : 'domain-invalid'
}
