// Octets in, lines out, however the octets were cut. Pure: it knows no socket.

/** RFC 5321 §4.5.3.1.5 allows 512 octets a reply line; peers send more, so the limit only guards memory. */
export const maxLineLength = 65_536

export type Line = {
  /** Without its ending. */
  readonly octets: Buffer
  /** `lf`: a bare LF, which RFC 5321 §2.3.8 forbids. `none`: the peer ended in the middle of a line. */
  readonly ending: 'crlf' | 'lf' | 'none'
}

export type LineSplitter = {
  push(chunk: Buffer): void
  /** The next whole line; null when there is none yet; `too-long` when one outgrew the limit. */
  next(): Line | 'too-long' | null
  /** Octets that were pushed and not taken by `next`. */
  readonly pending: number
  /** The first of them, as many as these or fewer, left where they are. */
  peek(octets: number): Buffer
  /** Takes all that is pending as it is: the rest of a line without end, or the start of something that is no line. */
  takeRest(): Buffer
}

export function createLineSplitter(limit = maxLineLength): LineSplitter {
  let pieces: Buffer[] = []
  /** Octets of the first piece that were taken already. */
  let start = 0
  let pending = 0
  /** Pieces before this one are known to hold no LF. */
  let searched = 0

  /** All that is pending up to `end` of this piece. */
  const takeUpTo = (index: number, end: number): Buffer => {
    const before = index === 0 ? [] : pieces.splice(0, index)
    const last = pieces[0] ?? nothing
    const taken =
      before.length === 0
        ? last.subarray(start, end)
        : Buffer.concat([...before, last.subarray(0, end)]).subarray(start)
    start = end
    if (end === last.length) dropFirst()
    pending -= taken.length
    searched = 0
    return taken
  }

  const dropFirst = () => {
    pieces.shift()
    start = 0
  }

  return {
    push(chunk) {
      if (chunk.length === 0) return
      pieces.push(chunk)
      pending += chunk.length
    },
    next() {
      for (; searched < pieces.length; searched += 1) {
        const end = pieces[searched]?.indexOf(lf, searched === 0 ? start : 0) ?? -1
        if (end !== -1) return withoutEnding(takeUpTo(searched, end + 1), limit)
      }
      return pending > limit ? 'too-long' : null
    },
    get pending() {
      return pending
    },
    peek: (octets) => Buffer.concat(pieces, start + Math.min(octets, pending)).subarray(start),
    takeRest() {
      const rest = Buffer.concat(pieces).subarray(start)
      pieces = []
      start = 0
      pending = 0
      searched = 0
      return rest
    },
  }
}

const nothing = Buffer.alloc(0)
const cr = 0x0d
const lf = 0x0a

function withoutEnding(octets: Buffer, limit: number): Line | 'too-long' {
  if (octets.length > limit) return 'too-long'
  const isCrlf = octets[octets.length - 2] === cr
  return { octets: octets.subarray(0, isCrlf ? -2 : -1), ending: isCrlf ? 'crlf' : 'lf' }
}
