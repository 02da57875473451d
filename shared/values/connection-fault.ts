// What is wrong with a way to a server before anybody goes it: the field, and one clause. Without zod: the engine reads it.
import { hasControl, ipFamily, isDomain } from '../address/index.ts'
import type { ConnectionChoice, ProxyChoice } from './connection.ts'

export const connectionFields = ['proxyHost', 'proxyPort', 'proxyUser', 'proxyPassword', 'localAddress'] as const
export type ConnectionFault = { readonly field: (typeof connectionFields)[number]; readonly reason: string }

/** Null when it can be gone. */
export function connectionFault({ proxy, localAddress }: ConnectionChoice): ConnectionFault | null {
  if (localAddress !== null && ipFamily(localAddress) === null)
    return { field: 'localAddress', reason: 'it is no IP address' }
  return proxy === null ? null : proxyFault(proxy)
}

function proxyFault({ kind, host, port, user }: ProxyChoice): ConnectionFault | null {
  if (ipFamily(host) === null && !isDomain(host.replace(/\.$/, '')))
    return { field: 'proxyHost', reason: 'it is no name or address of a host' }
  if (!Number.isInteger(port) || port < 1 || port > 65535) return { field: 'proxyPort', reason: 'it is no port' }
  const reason = user === null ? null : userFault(kind, user)
  return reason === null ? null : { field: 'proxyUser', reason }
}

/** RFC 1929 §2: a length of one octet. */
const mostSocksOctets = 255

/** RFC 7617 §2: user and password are told apart by the first colon. */
function userFault(kind: ProxyChoice['kind'], user: string): string | null {
  if (user.trim() === '') return 'it is empty'
  if (hasControl(user)) return 'it holds a control character'
  if (kind === 'http' && user.includes(':')) return 'it has no colon with HTTP'
  return kind === 'socks5' ? socksTextFault(user) : null
}

/** Of a user or a password. */
export const socksTextFault = (text: string): string | null =>
  utf8Length(text) > mostSocksOctets ? `it has no more than ${mostSocksOctets} octets with SOCKS 5` : null

function utf8Length(text: string): number {
  const octets = [...text].map((letter) => {
    const point = letter.codePointAt(0) ?? 0
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  })
  return octets.reduce<number>((sum, each) => sum + each, 0)
}
