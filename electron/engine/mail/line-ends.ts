// Line ends as a mail has them: CRLF and nothing else (RFC 5321 §2.3.8). Bare CR and bare LF never pass, at any cut of the input.
import type { Octets } from './composed-mail.ts'

const cr = 0x0d
const lf = 0x0a

export const withCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n')

/** The same for bytes as they come; ends with a line end, whether the input did or not. What is right already is not copied. */
export async function* crlfLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer & Octets, void, void> {
  let endsInCr = false
  let isLineOpen = false
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    const octets = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    const isRight = !endsInCr && octets.at(-1) !== cr && !hasBareEnd(octets)
    // A CR at the end waits for what follows it: alone it may be half of a CRLF.
    const text = isRight ? '' : `${endsInCr ? '\r' : ''}${octets.toString('latin1')}`
    endsInCr = octets.at(-1) === cr
    const lines = isRight ? octets : Buffer.from(withCrlf(endsInCr ? text.slice(0, -1) : text), 'latin1')
    isLineOpen = endsInCr || lines.at(-1) !== lf
    if (lines.length > 0) yield Object.assign(lines, right)
  }
  if (isLineOpen) yield Object.assign(Buffer.from('\r\n'), right)
}

const right = { known: 'lines' } as const

/** Whether a CR or an LF stands in it that is no half of a CRLF. Four octets at a time, of which most hold neither. */
function hasBareEnd(octets: Buffer): boolean {
  if (octets.length < 4) return hasBareEndIn(octets, 0, octets.length)
  const lead = -octets.byteOffset & 3
  const words = new Uint32Array(octets.buffer, octets.byteOffset + lead, (octets.length - lead) >> 2)
  const end = lead + 4 * words.length
  for (let at = lead, index = 0; at < end; at += 4, index += 1)
    if (hasControl(words[index] ?? 0) && hasBareEndIn(octets, at, at + 4)) return true
  return hasBareEndIn(octets, 0, lead) || hasBareEndIn(octets, end, octets.length)
}

/** Whether one of the four octets is below 14: CR, LF, or something as rare. */
const hasControl = (word: number): boolean => ((word - 0x0e0e0e0e) & ~word & 0x80808080) !== 0

function hasBareEndIn(octets: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const octet = octets[at]
    if (octet === cr ? octets[at + 1] !== lf : octet === lf && octets[at - 1] !== cr) return true
  }
  return false
}
