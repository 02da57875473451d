// IP addresses as text: whether a text is one, and of which family. No ranges, no arithmetic.

/** Dotted quad without leading zeros (RFC 5321 §4.1.3 `Snum`). */
export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** The text forms of RFC 4291 §2.2: full, shortened once by `::`, or ending in a dotted quad. No zone, no brackets. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2 || !text.includes(':')) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const endsInIpv4 = last.includes('.')
  if (endsInIpv4 && (!isIpv4(last) || text.endsWith('::'))) return false
  const isGroup = (group: string) => /^[0-9a-f]{1,4}$/i.test(group)
  if (!(endsInIpv4 ? groups.slice(0, -1) : groups).every(isGroup)) return false
  const length = groups.length + (endsInIpv4 ? 1 : 0)
  return halves.length === 2 ? length <= 7 : length === 8
}

export function ipFamily(text: string): 4 | 6 | null {
  if (isIpv4(text)) return 4
  return isIpv6(text) ? 6 : null
}
