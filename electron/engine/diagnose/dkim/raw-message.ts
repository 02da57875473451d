// A mail as it travelled, cut into its header fields and its body; octets as Latin-1, so that none is lost. Pure.

export type RawField = {
  /** In lower case. */
  readonly name: string
  /** With its name, its folds and its line end. */
  readonly text: string
}

export type RawMessage = { readonly fields: readonly RawField[]; readonly body: string }

/** Files mostly have bare LF; on the wire every line ends in CRLF (RFC 5321 §2.3.8). */
export function readMessage(octets: Uint8Array): RawMessage {
  const text = Buffer.from(octets).toString('latin1').replace(/\r?\n/g, '\r\n')
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n')
  const head = end === -1 ? text : text.slice(0, end === 0 ? 0 : end + 2)
  const body = end === -1 ? '' : text.slice(end === 0 ? 2 : end + 4)
  return { fields: fieldsIn(head), body }
}

/** A line that begins with a space goes on with the field before it (RFC 5322 §2.2.3). */
function fieldsIn(head: string): RawField[] {
  const texts: string[] = []
  for (const line of head.split(/(?<=\r\n)/)) {
    const isFolded = /^[ \t]/.test(line) && texts.length > 0
    if (isFolded) texts[texts.length - 1] += line
    else if (line !== '') texts.push(line)
  }
  return texts.flatMap((text) => {
    const colon = text.indexOf(':')
    return colon === -1 ? [] : [{ name: text.slice(0, colon).trim().toLowerCase(), text }]
  })
}

/** Without its name, its folds and the spaces around it. */
export const fieldValue = ({ text }: RawField): string =>
  text
    .slice(text.indexOf(':') + 1)
    .replace(/\r\n(?=[ \t])/g, '')
    .trim()

/** The mailbox of From, as far as its domain: `ana@shop.example`; null without exactly one. */
export function authorOf({ fields }: RawMessage): string | null {
  const [from, ...others] = fields.filter(({ name }) => name === 'from')
  if (from === undefined || others.length > 0) return null
  const value = fieldValue(from)
    .replace(/"(?:[^"\\]|\\.)*"/g, '')
    .replace(/\([^()]*\)/g, '')
  const [, address] = /<([^<>]*)>/.exec(value) ?? [null, value.trim()]
  return address !== null && address !== undefined && /^[^\s@,]*@[^\s@,<>]+$|@[^\s@,<>]+$/.test(address)
    ? address
    : null
}
