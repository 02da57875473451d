// The well-known SMTP ports, what each is for, and the security it implies.
import type { Security } from './profile.ts'

export type PortPreset = {
  readonly port: number
  readonly role: 'mx' | 'submission' | 'submissions' | 'alternative'
  readonly security: Security
  readonly rfc: string
}

export const portPresets: readonly PortPreset[] = [
  { port: 25, role: 'mx', security: 'starttls-if-offered', rfc: 'RFC 5321 §4.5.4.2, RFC 3207' },
  { port: 465, role: 'submissions', security: 'tls', rfc: 'RFC 8314 §3.3' },
  { port: 587, role: 'submission', security: 'starttls', rfc: 'RFC 6409 §3.1, RFC 8314 §3.3' },
  { port: 2525, role: 'alternative', security: 'starttls', rfc: 'RFC 6409' },
]

const loopbackHost = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i
export const isLoopbackHost = (host: string): boolean => loopbackHost.test(host)

/** The security to assume where the person named none: 465 means `tls`, loopback takes what is offered, else `starttls`. */
export function defaultSecurity(host: string, port: number): Security {
  if (port === 465) return 'tls'
  return isLoopbackHost(host) ? 'starttls-if-offered' : 'starttls'
}
