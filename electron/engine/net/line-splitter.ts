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
  let pending = 0
  /** Pieces before this one are known to hold no LF. */
  let searched = 0

  const takeUpTo = (index: number, end: number): Buffer => {
    const last = pieces[index] ?? Buffer.alloc(0)
    const taken =
      index === 0 ? last.subarray(0, end) : Buffer.concat([...pieces.slice(0, index), last.subarray(0, end)])
    pieces = end === last.length ? pieces.slice(index + 1) : [last.subarray(end), ...pieces.slice(index + 1)]
    pending -= taken.length
    searched = 0
    return taken
  }

  return {
    push(chunk) {
      if (chunk.length === 0) return
      pieces.push(chunk)
      pending += chunk.length
    },
    next() {
      for (; searched < pieces.length; searched += 1) {
        const end = pieces[searched]?.indexOf(lf) ?? -1
        if (end !== -1) return withoutEnding(takeUpTo(searched, end + 1), limit)
      }
      return pending > limit ? 'too-long' : null
    },
    get pending() {
      return pending
    },
    peek: (octets) => Buffer.concat(pieces, Math.min(octets, pending)),
    takeRest() {
      const rest = Buffer.concat(pieces)
      pieces = []
      pending = 0
      searched = 0
      return rest
    },
  }
}

const cr = 0x0d
const lf = 0x0a

function withoutEnding(octets: Buffer, limit: number): Line | 'too-long' {
  if (octets.length > limit) return 'too-long'
  const isCrlf = octets.at(-2) === cr
  return { octets: octets.subarray(0, isCrlf ? -2 : -1), ending: isCrlf ? 'crlf' : 'lf' }
}
