// What became of a long line on its way. Pure.

export type LineState = 'kept' | 'wrapped' | 'recoded' | 'damaged'

/** `arrived`: the mail as it stood on the wire. */
export function lineState(arrived: Buffer, line: string): LineState {
  const wire = arrived.toString('latin1')
  if (wire.includes(line)) return 'kept'
  if (isRecoded(wire, line)) return 'recoded'
  // Postfix begins a piece with a space, for the header's sake.
  return wire.replace(/\r?\n[ \t]?/g, '').includes(line) ? 'wrapped' : 'damaged'
}

/** RFC 2045 §6.7 and §6.8: soft ends of lines, and blocks of base64. */
function isRecoded(wire: string, line: string): boolean {
  const [, encoding] = /^Content-Transfer-Encoding:[ \t]*(\S+)/im.exec(wire) ?? []
  if (/^quoted-printable$/i.test(encoding ?? '')) return wire.replace(/=\r\n/g, '').includes(line)
  if (!/^base64$/i.test(encoding ?? '')) return false
  const blocks = wire.match(/(?:^[A-Za-z0-9+/]+=*\r\n)+/gm) ?? []
  return blocks.some((block) => Buffer.from(block, 'base64').toString('latin1').includes(line))
}
