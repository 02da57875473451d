// Addresses as people write them (RFC 5322 §3.4): `Name <a@b>`, alone or in a typed list. Groups and comments are not read.
import { type AddressFault, hasControl, parseMailbox } from './mailbox.ts'

/** A display name, empty where there is none, and a mailbox as text. */
export type Address = { readonly name: string; readonly address: string }

export type AddressResult =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'invalid'; readonly fault: AddressFault }

/** `a@b`, `<a@b>`, `Name <a@b>` or `"Name, with comma" <a@b>`. */
export function parseAddress(text: string): AddressResult {
  const trimmed = text.trim()
  if (hasControl(trimmed)) return { kind: 'invalid', fault: 'control-character' }
  const { name, mailbox } = divide(trimmed)
  const parsed = parseMailbox(mailbox)
  if (parsed.kind === 'invalid') return parsed
  return { kind: 'address', address: { name: unquote(name), address: mailbox } }
}

/** The form that {@link parseAddress} reads back; the name is quoted where it must be. */
export function formatAddress({ name, address }: Address): string {
  if (name === '') return address
  return `${isPhrase(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${address}>`
}

/** The pieces of a typed or pasted list: split at commas, semicolons and line ends outside quotes and angle brackets. */
export function splitAddresses(text: string): string[] {
  const pieces = text.match(/(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|\[[^[\]]*\]|[^,;\r\n])+/g) ?? []
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

function divide(text: string): { name: string; mailbox: string } {
  const bracketed = /^((?:"(?:[^"\\]|\\.)*"|[^"<>])*)<(.*)>$/u.exec(text)
  if (bracketed === null) return { name: '', mailbox: text }
  return { name: (bracketed[1] ?? '').trim(), mailbox: (bracketed[2] ?? '').trim() }
}

function unquote(name: string): string {
  const quoted = /^"((?:[^"\\]|\\.)*)"$/u.exec(name)
  return quoted ? (quoted[1] ?? '').replace(/\\(.)/gu, '$1') : name
}

/** Words of atoms and non-ASCII text, which need no quotes (RFC 5322 §3.2.5). */
const isPhrase = (name: string): boolean =>
  /^[\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+( [\w!#$%&'*+/=?^`{|}~\u0080-\u{10ffff}-]+)*$/u.test(name)
