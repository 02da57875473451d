// The name under which DNS knows an address: its parts turned round (RFC 1035 §3.5, RFC 3596 §2.5). Pure.
import { ipFamily } from '#shared/address/index.ts'

/** `1.2.0.192.in-addr.arpa` */
export const reverseName = (address: string): string =>
  `${turnedRound(address)}.${ipFamily(address) === 6 ? 'ip6' : 'in-addr'}.arpa`

/** `1.2.0.192`; for IPv6 every digit by itself. Lists of addresses are asked in this form too (RFC 5782 §2.1, §2.4). */
export function turnedRound(address: string): string {
  if (ipFamily(address) !== 6) return address.split('.').reverse().join('.')
  return [...digitsOf(address)].reverse().join('.')
}

/** All 32 hex digits; the platform writes an ending dotted quad as groups. */
function digitsOf(address: string): string {
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = plain.split('::').map((half) => half.split(':').filter(Boolean).map(padded).join(''))
  return tail === undefined ? head : head + tail.padStart(32 - head.length, '0')
}

const padded = (group: string): string => group.padStart(4, '0')
