// Octets in, lines out, each with its line end; a line that is very long comes in pieces. The cuts of the input make no difference.
const cr = 0x0d
const lf = 0x0a
/** Octets of such a piece. */
const longestPiece = 64 * 1024

export type LineCutter = {
  lines(chunk: Uint8Array): Buffer[]
  /** What has no line end. */
  rest(): Buffer[]
}

export function createLineCutter(): LineCutter {
  let open: Buffer = Buffer.alloc(0)
  return {
    lines(chunk) {
      const octets = open.length === 0 ? Buffer.from(chunk) : Buffer.concat([open, chunk])
      const pieces: Buffer[] = []
      let from = 0
      while (from < octets.length) {
        const length = pieceLength(octets.subarray(from, from + longestPiece))
        if (length === 0) break
        pieces.push(octets.subarray(from, from + length))
        from += length
      }
      open = octets.subarray(from)
      return pieces
    },
    rest: () => (open.length === 0 ? [] : [open]),
  }
}

/** 0: its end is not here yet. */
function pieceLength(octets: Buffer): number {
  const end = octets.indexOf(lf)
  if (end !== -1) return end + 1
  if (octets.length < longestPiece) return 0
  // A line end stays whole.
  return octets.at(-1) === cr ? longestPiece - 1 : longestPiece
}
