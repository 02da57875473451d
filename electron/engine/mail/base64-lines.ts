// Base64 as it stands in a mail (RFC 2045 §6.8): lines of 76 letters with CRLF between them, made while the octets are read.
import type { Octets, Room } from './composed-mail.ts'

/** Octets of a line, and what they become; the line end before it counts with it. */
const octetsALine = 57
const lengthOfLine = 78

/** No line end behind the last line. */
export async function* base64Lines(chunks: AsyncIterable<Uint8Array>, room?: Room): AsyncGenerator<Octets> {
  const writer = createBase64Writer(room)
  for await (const chunk of chunks) yield* writer.add(chunk)
  yield* writer.end()
}

export type Base64Writer = {
  /** The lines that are whole with these octets, if any. */
  add(octets: Uint8Array): Octets[]
  end(): Octets[]
}

export function createBase64Writer(room: Room = Buffer.allocUnsafe): Base64Writer {
  const rest = Buffer.alloc(octetsALine)
  let kept = 0
  /** The line end that stands before every line has no place before the first. */
  let cut = 2

  const whole = (octets: Uint8Array, lines: number): Octets => {
    const letters = room(lines * lengthOfLine)
    const pairs = new Uint16Array(letters.buffer, letters.byteOffset, lines * pairsALine)
    const missing = kept === 0 ? 0 : octetsALine - kept
    if (missing > 0) {
      rest.set(octets.subarray(0, missing), kept)
      encodeLines(rest, 0, pairs.subarray(0, pairsALine))
    }
    encodeLines(octets, missing, pairs.subarray(missing > 0 ? pairsALine : 0))
    const from = cut
    cut = 0
    return Object.assign(letters.subarray(from, lines * lengthOfLine), written)
  }
  return {
    add(octets) {
      const lines = Math.floor((kept + octets.length) / octetsALine)
      const result = lines === 0 ? [] : [whole(octets, lines)]
      const taken = Math.max(0, lines * octetsALine - kept)
      kept = lines === 0 ? kept : 0
      rest.set(octets.subarray(taken), kept)
      kept += octets.length - taken
      return result
    },
    end: () => (kept === 0 ? [] : [Buffer.from(`\r\n${rest.toString('base64', 0, kept)}`, 'latin1').subarray(cut)]),
  }
}

/** The same for octets that are here. */
export const base64Text = (octets: Buffer): Buffer =>
  Buffer.from(octets.toString('base64').replace(/.{76}(?=.)/g, '$&\r\n'), 'latin1')

/** How long that is, line ends and all. */
export function base64Length(octets: number): number {
  const letters = 4 * Math.ceil(octets / 3)
  return letters === 0 ? 0 : letters + 2 * Math.floor((letters - 1) / 76)
}

const written = { known: 'base64' } as const
const pairsALine = lengthOfLine / 2

/** Two letters for twelve bits; made when a file is first sent. */
let letterPairs: Uint16Array | null = null
const lineEnd = new Uint16Array(Uint8Array.of(0x0d, 0x0a).buffer)[0] ?? 0

/** In the order of their octets, whatever the machine's is. */
function makeLetterPairs(): Uint16Array {
  const alphabet = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
  const pairs = new Uint8Array(2 * 64 * 64)
  for (let bits = 0; bits < 64 * 64; bits += 1) {
    pairs[2 * bits] = alphabet[bits >> 6] ?? 0
    pairs[2 * bits + 1] = alphabet[bits & 63] ?? 0
  }
  return new Uint16Array(pairs.buffer)
}

/** As many whole lines as there is place for. Three octets at a time: Node's own base64 knows no lines, and cutting costs more. */
function encodeLines(octets: Uint8Array, from: number, pairs: Uint16Array): void {
  letterPairs ??= makeLetterPairs()
  const pairOf = letterPairs
  let at = from
  for (let to = 0; to < pairs.length; ) {
    pairs[to] = lineEnd
    to += 1
    for (const end = to + pairsALine - 1; to < end; to += 2) {
      const bits = ((octets[at] ?? 0) << 16) | ((octets[at + 1] ?? 0) << 8) | (octets[at + 2] ?? 0)
      at += 3
      pairs[to] = pairOf[bits >> 12] ?? 0
      pairs[to + 1] = pairOf[bits & 4095] ?? 0
    }
  }
}
