// Domains as SMTP writes them (RFC 5321 §4.1.2): names, IDN as A-labels, and address literals.
import { isIpv4, isIpv6 } from './ip.ts'
import { punycode } from './punycode.ts'

/** A name of letters, digits and inner hyphens, or the same with U-labels; whether it exists is not asked. */
export function isDomain(text: string): boolean {
  const ascii = toAscii(text)
  // RFC 5321 §4.5.3.1.2, RFC 1035 §2.3.4
  return ascii !== null && ascii.length <= 255 && labels.test(ascii)
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const labels = new RegExp(`^${label}(?:\\.${label})*$`, 'i')
const oneLabel = new RegExp(`^${label}$`, 'i')

/** The domain with every U-label as an A-label (RFC 5890); null when a label cannot be one. ASCII stays as it is. */
export function toAscii(domain: string): string | null {
  if (isAscii(domain)) return domain
  const labels = domain
    .normalize('NFKC')
    .toLowerCase()
    // RFC 3490 §3.1: these stand for a dot.
    .split(/[.\u3002\uff0e\uff61]/)
    .map(aLabel)
  return labels.includes(null) ? null : labels.join('.')
}

function aLabel(text: string): string | null {
  if (isAscii(text)) return oneLabel.test(text) ? text : null
  // RFC 5892 §2: a U-label is letters, marks and digits, with hyphens, middle dots and joiners between them.
  if (!/^(?:[\p{L}\p{M}\p{N}\u00b7\u0375\u05f3\u05f4\u30fb-]|\u200c|\u200d)+$/u.test(text)) return null
  const encoded = punycode(text)
  return encoded === null || encoded.length > 59 ? null : `xn--${encoded}`
}

export function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text)
}

/** `[192.0.2.1]` or `[IPv6:2001:db8::1]` (RFC 5321 §4.1.3). */
export function isAddressLiteral(text: string): boolean {
  return literalAddress(text) !== null
}

/** The IP address inside an address literal, or null when it is none. */
export function literalAddress(text: string): string | null {
  const inner = /^\[(.*)\]$/.exec(text)?.[1]
  if (inner === undefined) return null
  if (isIpv4(inner)) return inner
  const ipv6 = /^IPv6:(.*)$/i.exec(inner)?.[1]
  return ipv6 !== undefined && isIpv6(ipv6) ? ipv6 : null
}

/** How an IP address is written where a domain stands: what EHLO says of a client without a name. */
export function addressLiteral(ip: string): string {
  return ip.includes(':') ? `[IPv6:${ip}]` : `[${ip}]`
}
