// What an answer says of itself beside its records: the response code, and extended errors (RFC 8914).

/** IANA's names of RCODEs (RFC 6895 §2.3); 16 and above travel in EDNS. */
const names = new Map([
  [0, 'NOERROR'],
  [1, 'FORMERR'],
  [2, 'SERVFAIL'],
  [3, 'NXDOMAIN'],
  [4, 'NOTIMP'],
  [5, 'REFUSED'],
  [6, 'YXDOMAIN'],
  [7, 'YXRRSET'],
  [8, 'NXRRSET'],
  [9, 'NOTAUTH'],
  [10, 'NOTZONE'],
  [16, 'BADVERS'],
  [23, 'BADCOOKIE'],
])

export const rcodeName = (code: number): string => names.get(code) ?? `RCODE${code}`

/** `text` as the server wrote it, often empty. */
export type ExtendedError = { readonly code: number; readonly text: string }

/** RFC 8914 §4 */
const extendedNames = [
  'Other',
  'Unsupported DNSKEY Algorithm',
  'Unsupported DS Digest Type',
  'Stale Answer',
  'Forged Answer',
  'DNSSEC Indeterminate',
  'DNSSEC Bogus',
  'Signature Expired',
  'Signature Not Yet Valid',
  'DNSKEY Missing',
  'RRSIGs Missing',
  'No Zone Key Bit Set',
  'NSEC Missing',
  'Cached Error',
  'Not Ready',
  'Blocked',
  'Censored',
  'Filtered',
  'Prohibited',
  'Stale NXDOMAIN Answer',
  'Not Authoritative',
  'Not Supported',
  'No Reachable Authority',
  'Network Error',
  'Invalid Data',
]

/** `DNSSEC Bogus: validation failure …` */
export function extendedErrorInWords({ code, text }: ExtendedError): string {
  const name = extendedNames[code] ?? `extended error ${code}`
  return text === '' ? name : `${name}: ${text}`
}

/** RFC 8914 §4.7 to §4.13: the signatures of the zone do not hold. */
export const saysBogus = ({ code }: ExtendedError): boolean => code >= 6 && code <= 12
