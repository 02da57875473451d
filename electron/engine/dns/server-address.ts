// A DNS server and its port, as text: `192.0.2.53`, `192.0.2.53:5301`, `2001:db8::1` or `[2001:db8::1]:5301`.
import { Resolver } from 'node:dns'
import { ipFamily } from '#shared/address/index.ts'

export type DnsServer = { readonly address: string; readonly port: number }

/** RFC 1035 §4.2 */
const dnsPort = 53

/** A zone such as `%eth0` stays with its address, as the system writes its own servers. Null for anything else. */
export function parseServer(text: string): DnsServer | null {
  if (familyOf(text) !== null) return { address: text, port: dnsPort }
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(text) ?? []
  const address = bracketed ?? plain ?? ''
  const port = Number(digits)
  const isAddress = familyOf(address) === (bracketed === undefined ? 4 : 6)
  return isAddress && port > 0 && port < 65536 ? { address, port } : null
}

export const serverName = ({ address, port }: DnsServer): string => {
  if (port === dnsPort) return address
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

export const familyOf = (address: string): 4 | 6 | null => ipFamily(address.replace(/%[\w.-]+$/, ''))

/** What /etc/resolv.conf, or the system's counterpart, names now: a new resolver reads it anew. */
export const systemServers = (): DnsServer[] => new Resolver().getServers().flatMap((text) => parseServer(text) ?? [])

/**
 * Whether its word counts that an answer was validated: nobody stands between it and us, or the person vouches for it
 * (RFC 7672 §2.1.3).
 */
export const isBelieved = (server: DnsServer, isChosen: boolean): boolean => isChosen || isLoopback(server)

const isLoopback = ({ address }: DnsServer): boolean =>
  address === '::1' || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address)
