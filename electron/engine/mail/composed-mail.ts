// A mail as bytes: what the composer makes and what a delivery sends.
import type { Envelope } from '#shared/values/draft.ts'

export type ComposedMail = {
  readonly envelope: Envelope
  /** With its angle brackets; null when a raw mail has none. */
  readonly messageId: string | null
  /** Octets of the mail with CRLF line ends, before dot-stuffing. */
  readonly size: number
  /** Whether a header or an address of the envelope needs SMTPUTF8 (RFC 6531), or the body 8BITMIME (RFC 6152). */
  readonly needsUtf8: boolean
  readonly needs8bit: boolean
  /** Octets without lines (RFC 3030 §3): only BDAT can carry them, and nothing in them may be changed. */
  readonly isBinary?: boolean
  /** The same mail in 7-bit encodings, where whoever made it can make it anew. */
  readonly recompose?: (wish: { readonly to7bit: true }) => Promise<ComposedMail>
  /** The bytes from the start, streamed; may be opened again for another attempt. Line ends are CRLF. */
  open(): AsyncIterable<Uint8Array>
}
