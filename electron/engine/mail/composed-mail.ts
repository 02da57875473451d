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
  /** Octets of its longest line without the CRLF, where it is longer than a mail's line may be. */
  readonly overlong?: number
  /** The same mail for a server that carries less, where whoever made it can make it anew. */
  readonly recompose?: (carriage: Carriage, signal: AbortSignal) => Promise<Recomposed>
  /**
   * The bytes from the start, streamed; may be opened again for another attempt. Line ends are CRLF. With a `room` they may
   * stand in memory that it gave.
   */
  open(room?: Room): AsyncIterable<Octets>
}

/**
 * `known`: what need not be looked for in them. `lines`: every CR and LF is half of a CRLF that stands here whole. `base64`: the
 * same, and there is no dot.
 */
export type Octets = Uint8Array & { readonly known?: 'lines' | 'base64' }

/** What the way to a server bears. */
export type Carriage = {
  /** Lines of ASCII alone, or of any octets (RFC 6152). */
  readonly body: '7bit' | '8bit'
  /** `utf8`: RFC 6532. */
  readonly headers: 'ascii' | 'utf8'
}

export type Recomposed =
  /** `done`: what was changed, as a clause for the log. */
  | { readonly kind: 'mail'; readonly mail: ComposedMail; readonly done: string }
  | { readonly kind: 'impossible'; readonly reason: string }

/** Memory for so many octets. Whoever hands one in knows when what stands in it was written, and gives it out again then. */
export type Room = (octets: number) => Buffer

/** RFC 5321 §4.5.3.1.6: a thousand octets with the CRLF. */
export const longestLine = 998
