// Finds the end of a mail in the bytes that follow DATA, and takes away the dots that were stuffed (RFC 5321 §4.5.2).
// The end is CR LF . CR LF and nothing else: a bare LF or CR never counts (SMTP smuggling).

/** `rest` is what came behind the end of the mail, null while it goes on. */
export type Undotted = { readonly content: Buffer; readonly rest: Buffer | null }

const lineStart = Buffer.from('\r\n.')
const end = Buffer.from('.\r\n')
const dot = 0x2e
const none = Buffer.alloc(0)

/** To be fed chunk after chunk, however they are cut, until `rest` comes back. */
export function createUndotter(): (chunk: Buffer) => Undotted {
  let held: Buffer = none
  // The CR LF of the DATA command itself begins the first line.
  let isAtLineStart = true

  return (chunk) => {
    const data = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const pieces: Buffer[] = []
    let from = 0
    held = none
    for (;;) {
      if (isAtLineStart && data[from] === dot) {
        const line = data.subarray(from, from + end.length)
        if (line.equals(end)) return { content: join(pieces), rest: data.subarray(from + end.length) }
        if (isBeginning(line, end)) return hold(from)
        from += 1
      } else if (isAtLineStart && from === data.length) {
        return hold(from)
      }
      isAtLineStart = false
      const found = data.indexOf(lineStart, from)
      if (found === -1) return hold(data.length - overhang(data, from))
      from = take(found + 2)
      isAtLineStart = true
    }

    function take(to: number): number {
      if (to > from) pieces.push(data.subarray(from, to))
      return to
    }

    function hold(at: number): Undotted {
      held = data.subarray(take(at))
      return { content: join(pieces), rest: null }
    }
  }
}

const isBeginning = (part: Buffer, whole: Buffer): boolean =>
  part.length < whole.length && part.equals(whole.subarray(0, part.length))

/** How many of the last octets could be the beginning of CR LF dot. */
function overhang(data: Buffer, from: number): number {
  for (const length of [2, 1]) {
    if (data.length - length < from) continue
    if (data.subarray(data.length - length).equals(lineStart.subarray(0, length))) return length
  }
  return 0
}

function join(pieces: readonly Buffer[]): Buffer {
  const [only] = pieces
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces)
}
