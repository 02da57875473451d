// Messages out of a TCP stream: each has its length before it, in two octets (RFC 1035 §4.2.2). Pure.

/** Takes octets as they come, and gives each message that is whole. */
export function createFrameReader(): (octets: Buffer) => Generator<Buffer, void, void> {
  let waiting: Buffer[] = []
  let size = 0
  return function* (octets) {
    if (octets.length > 0) waiting.push(octets)
    size += octets.length
    for (;;) {
      const length = lengthOf(waiting)
      if (length === null || size < length + 2) return
      const all = joined(waiting)
      const rest = all.subarray(length + 2)
      waiting = rest.length === 0 ? [] : [rest]
      size = rest.length
      yield all.subarray(2, length + 2)
    }
  }
}

/** Null as long as both octets of it are not there. */
function lengthOf(pieces: readonly Buffer[]): number | null {
  // No piece is empty, so that two hold both; a message that comes octet by octet has thousands.
  const [first, second] = pieces.slice(0, 2).flatMap((piece) => [...piece.subarray(0, 2)])
  return first === undefined || second === undefined ? null : first * 256 + second
}

/** One piece is used as it is. */
function joined(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces)
}
