// Names as DNS is asked for them: A-labels, underscores allowed, no dot at the end.
import { isAscii, toAscii } from '#shared/address/index.ts'

/** Null for what cannot be a name: RFC 1035 §2.3.4 allows labels of 1 to 63 octets, 253 in all as text. The root is `.`. */
export function askableName(text: string): string | null {
  if (text === '.') return text
  const labels = text
    .replace(/\.$/, '')
    .split('.')
    .map((label) => (isAscii(label) ? label : toAscii(label)))
  if (labels.includes(null)) return null
  const name = labels.join('.')
  return name.length <= 253 && name.split('.').every(isLabel) ? name : null
}

/** RFC 4343 §2: case does not matter. */
export const sameName = (one: string, other: string): boolean => plainName(one) === plainName(other)

/** For comparing, and as the key of a table. */
export const plainName = (name: string): string => name.replace(/\.$/, '').toLowerCase()

/** Printable ASCII; the backslash would be read as an escape. */
const isLabel = (label: string): boolean => /^[!-[\]-~]{1,63}$/.test(label)
