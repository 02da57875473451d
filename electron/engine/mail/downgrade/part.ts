// What a mail is made of: itself, its parts, the mails inside it; and which of them must not be touched.
import { type Head, hasField } from './head.ts'

/** Numbered in their order; the mail itself is the first. */
export type Part = {
  readonly index: number
  readonly kind: 'leaf' | 'multipart' | 'message'
  readonly head: Head
  /** What makes its head, and what makes its octets unchangeable: `multipart/signed`, `dkim-signature`. */
  readonly headSeal: string | null
  readonly seal: string | null
}

/** A signature of the mail that stands in its own head. */
const signatures = /^(dkim-signature|arc-message-signature|domainkey-signature)$/
const sealing = /^(multipart\/(signed|encrypted)|application\/(x-)?pkcs7-mime)$/
/** RFC 2045 §6.1: octets as they are. */
export const isIdentity = (encoding: string): boolean => /^(7bit|8bit|binary)$/.test(encoding)

export function partOf(head: Head, seal: string | null, index: number): Part {
  const headSeal = seal ?? hasField(head, signatures)
  return { index, kind: kindOf(head), head, headSeal, seal: headSeal ?? (sealing.test(head.type) ? head.type : null) }
}

/** RFC 2045 §6.4: what holds parts is never encoded as a whole; what is, is no more to us than its octets. */
function kindOf({ type, encoding }: Head): Part['kind'] {
  if (!isIdentity(encoding)) return 'leaf'
  if (type.startsWith('multipart/')) return 'multipart'
  return type === 'message/rfc822' ? 'message' : 'leaf'
}
