// Line ends as a mail has them: CRLF and nothing else (RFC 5321 §2.3.8). Bare CR and bare LF never pass, at any cut of the input.
const cr = 0x0d

export const withCrlf = (text: string): string => text.replace(/\r\n|\r|\n/g, '\r\n')

/** The same for bytes as they come; ends with a line end, whether the input did or not. */
export async function* crlfLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  let endsInCr = false
  let isLineOpen = false
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue
    // A CR at the end waits for what follows it: alone it may be half of a CRLF.
    const text = `${endsInCr ? '\r' : ''}${latin1(chunk)}`
    endsInCr = chunk[chunk.length - 1] === cr
    const lines = withCrlf(endsInCr ? text.slice(0, -1) : text)
    isLineOpen = endsInCr || !lines.endsWith('\n')
    if (lines !== '') yield Buffer.from(lines, 'latin1')
  }
  if (isLineOpen) yield Buffer.from('\r\n')
}

/** An octet a character: nothing is lost, and the engine's own search is the fastest there is. */
const latin1 = (chunk: Uint8Array): string =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString('latin1')
