// The two forms in which DKIM signs fields and bodies (RFC 6376 §3.4). Pure.

export const forms = ['simple', 'relaxed'] as const
export type Form = (typeof forms)[number]

/** RFC 6376 §3.4.1, §3.4.2; with the line end of the field. */
export function canonicalField(text: string, form: Form): string {
  if (form === 'simple') return text
  const colon = text.indexOf(':')
  const name = text.slice(0, colon).trimEnd().toLowerCase()
  const value = text
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '')
  return `${name}:${value}\r\n`
}

/** RFC 6376 §3.4.3, §3.4.4: empty lines at the end do not count. */
export function canonicalBody(body: string, form: Form): string {
  const text = form === 'simple' ? body : body.replace(/[ \t]+(?=\r\n|$)/g, '').replace(/[ \t]+/g, ' ')
  const end = endOfText(text)
  if (end === 0) return form === 'simple' ? '\r\n' : ''
  return `${text.slice(0, end)}\r\n`
}

/** Where the last line that is not empty ends, without its line end. No pattern: they are slow on many empty lines. */
function endOfText(text: string): number {
  let end = text.length
  while (text.startsWith('\r\n', end - 2) && end >= 2) end -= 2
  return end
}
