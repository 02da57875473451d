// Where a server is: a name, an IP address, or a UNIX socket of this computer, written `unix:/path`.
import { isDomain } from './domain.ts'
import { ipFamily } from './ip.ts'
import { hasControl } from './mailbox.ts'

/** The path, or null when the host is no UNIX socket. */
export function unixPath(host: string): string | null {
  return host.startsWith(scheme) ? host.slice(scheme.length) : null
}

/** As people write it: an IP address bare or in brackets, a name with or without a dot at its end, a path from the root. */
export function isServerHost(host: string): boolean {
  const path = unixPath(host)
  if (path !== null) return /^\/./.test(path) && !hasControl(path)
  return ipFamily(host.replace(/^\[(.*)\]$/, '$1')) !== null || isDomain(host.replace(/\.$/, ''))
}

/** `smtp.example.com:587`, `[::1]:587`, `unix:/path`: how a place is called. */
export function placeName({ host, port }: { readonly host: string; readonly port: number }): string {
  if (unixPath(host) !== null) return host
  return host.includes(':') && !host.startsWith('[') ? `[${host}]:${port}` : `${host}:${port}`
}

const scheme = 'unix:'
