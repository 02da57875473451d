// Servers that are no SMTP servers, told by the first octets they send.
import type { FailureKind } from '#shared/values/failure.ts'

export type ForeignProtocol = Extract<FailureKind, `speaks-${string}`>

/** What speaks here, or null when the octets show none that we know. */
export function recogniseProtocol(octets: Uint8Array): ForeignProtocol | null {
  const start = Buffer.from(octets.subarray(0, 16)).toString('latin1')
  return signatures.find(([signature]) => signature.test(start))?.[1] ?? null
}

const signatures: readonly [RegExp, ForeignProtocol][] = [
  // A TLS record: handshake or alert, version 3.x (RFC 8446 §5.1).
  [/^[\x15\x16]\x03[\x00-\x04]/, 'speaks-tls'],
  [/^HTTP\//i, 'speaks-http'],
  // RFC 4253 §4.2
  [/^SSH-/, 'speaks-ssh'],
  // RFC 9051 §7.1
  [/^\* (OK|PREAUTH|BYE)/i, 'speaks-imap'],
  // RFC 1939 §4
  [/^(\+OK|-ERR)/, 'speaks-pop3'],
]

export const protocolNames: Readonly<Record<ForeignProtocol, string>> = {
  'speaks-tls': 'TLS from the start',
  'speaks-http': 'HTTP',
  'speaks-ssh': 'SSH',
  'speaks-imap': 'IMAP',
  'speaks-pop3': 'POP3',
  'speaks-unknown': 'something else than SMTP',
}
