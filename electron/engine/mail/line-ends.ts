// Line ends as a mail has them: CRLF and nothing else (RFC 5321 §2.3.8). Bare CR and bare LF never pass, at any cut of the input.
const cr = 0x0d
const lf = 0x0a

export const withCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n')

/** The same for bytes as they come; ends with a line end, whether the input did or not. What is right already is not copied. */
export async function* crlfLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
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
    if (lines.length > 0) yield lines
  }
  if (isLineOpen) yield Buffer.from('\r\n')
}

/** Whether a CR or an LF stands in it that is no half of a CRLF. */
function hasBareEnd(octets: Buffer): boolean {
  for (let at = 0; at < octets.length; at += 2) {
    const end = octets.indexOf(lf, at)
    const start = octets.indexOf(cr, at)
    if (end === -1 && start === -1) return false
    if (end !== start + 1 || start === -1) return true
    at = start
  }
  return false
}
