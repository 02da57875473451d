// NewSessionTicket of TLS 1.3 (RFC 8446 §4.6.1).
import { OctetReader } from './octets.ts'
import { parseExtensions } from './server-hello.ts'

export type NewSessionTicket = {
  /** Seconds. */
  readonly lifetime: number
  /** Octets that may be sent before the next handshake is done (RFC 8446 §4.2.10); 0 where none may. */
  readonly maxEarlyData: number
}

export function parseSessionTicket(body: Buffer): NewSessionTicket {
  const reader = new OctetReader(body, 'the NewSessionTicket')
  const lifetime = reader.uint32()
  // How much is added to the age of the ticket, its nonce, and the ticket itself.
  reader.take(4)
  reader.vector8()
  reader.vector16()
  const early = parseExtensions(reader.vector16(), 'the NewSessionTicket').get(earlyData)
  reader.end()
  return { lifetime, maxEarlyData: early === undefined ? 0 : new OctetReader(early, 'early_data').uint32() }
}

const earlyData = 42
