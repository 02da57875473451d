// The transparency procedure (RFC 5321 §4.5.2), streamed: dots doubled, line ends made CRLF, and the final dot.
// Searches with indexOf and hands on slices of its input; it copies nothing.

import type { Octets } from '../mail/composed-mail.ts'

export type DotStuffer = {
  /** The pieces that go over the wire for this chunk. */
  write(chunk: Octets): Buffer[]
  /** The missing line end, if there is one, and the final dot with its CRLF. */
  end(): Buffer
}

export function createDotStuffer(): DotStuffer {
  let isAtLineStart = true
  /** A CR that ended the chunk before: whether an LF follows is not known yet. */
  let hasOpenCr = false

  return {
    write(chunk) {
      const octets = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const pieces: Buffer[] = []
      /** Octets before this one are in `pieces`. */
      let from = 0
      /** Octets before this one have been looked at. */
      let at = 0
      const cutTo = (end: number, next: number, insert: Buffer) => {
        if (end > from) pieces.push(octets.subarray(from, end))
        pieces.push(insert)
        from = next
      }

      if (octets.length === 0) return pieces
      if (chunk.known !== undefined && !hasOpenCr) {
        const stuffed = chunk.known === 'base64' ? [octets] : dotted(octets, isAtLineStart)
        isAtLineStart = octets.at(-1) === lf
        return stuffed
      }
      if (hasOpenCr) {
        at = octets[0] === lf ? 1 : 0
        cutTo(0, at, crlf)
        hasOpenCr = false
        isAtLineStart = true
      }
      let nextCr = -1
      let nextLf = -1
      while (at < octets.length) {
        if (isAtLineStart && octets[at] === dot) cutTo(at, at, oneDot)
        if (nextCr < at) nextCr = indexOrEnd(octets, cr, at)
        if (nextLf < at) nextLf = indexOrEnd(octets, lf, at)
        const end = Math.min(nextCr, nextLf)
        isAtLineStart = end < octets.length
        if (!isAtLineStart) break
        if (end === octets.length - 1 && end === nextCr) {
          if (end > from) pieces.push(octets.subarray(from, end))
          hasOpenCr = true
          return pieces
        }
        at = end + (nextLf === nextCr + 1 ? 2 : 1)
        // A bare CR or LF never reaches the wire: some servers would take it for a line end (SMTP smuggling).
        if (at === end + 1) cutTo(end, at, crlf)
      }
      if (from < octets.length) pieces.push(octets.subarray(from))
      return pieces
    },
    end: () => (hasOpenCr || !isAtLineStart ? lastLineEndAndDot : finalDot),
  }
}

const cr = 0x0d
const lf = 0x0a
const dot = 0x2e
const crlf = Buffer.from('\r\n')
const dotLine = Buffer.from('\n.')
const oneDot = Buffer.from('.')
const finalDot = Buffer.from('.\r\n')
const lastLineEndAndDot = Buffer.from('\r\n.\r\n')

/** Lines that are right: only their first octets count. */
function dotted(octets: Buffer, isAtLineStart: boolean): Buffer[] {
  const pieces: Buffer[] = isAtLineStart && octets[0] === dot ? [oneDot] : []
  let from = 0
  for (let at = octets.indexOf(dotLine); at !== -1; at = octets.indexOf(dotLine, from)) {
    pieces.push(octets.subarray(from, at + 1), oneDot)
    from = at + 1
  }
  return [...pieces, octets.subarray(from)]
}

function indexOrEnd(octets: Buffer, octet: number, from: number): number {
  const index = octets.indexOf(octet, from)
  return index === -1 ? octets.length : index
}
