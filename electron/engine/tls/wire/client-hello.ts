// ClientHello (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2), octet by octet as it is wished; whether it makes sense is for the caller.
import { randomBytes } from 'node:crypto'
import type { Extension } from './extensions.ts'
import { message, messageType } from './messages.ts'
import { uint8, uint16, vector8, vector16 } from './octets.ts'

export type ClientHello = {
  readonly legacyVersion: number
  readonly suites: readonly number[]
  /** Numbers of compression methods; null compression alone without it. */
  readonly compression?: readonly number[]
  /** Random octets without it. */
  readonly random?: Uint8Array
  readonly sessionId?: Uint8Array
  /** Null for no block of extensions at all, as SSLv3 has it. */
  readonly extensions: readonly Extension[] | null
}

/** The handshake message, not yet in records. */
export function clientHello(hello: ClientHello): Buffer {
  const { legacyVersion, suites, compression = [0], random = randomBytes(32), sessionId = Buffer.alloc(0) } = hello
  return message(
    messageType.clientHello,
    uint16(legacyVersion),
    random,
    vector8(sessionId),
    vector16(uint16(...suites)),
    vector8(...compression.map(uint8)),
    ...(hello.extensions === null ? [] : [vector16(...hello.extensions.map(octetsOf))]),
  )
}

const octetsOf = ({ type, data }: Extension): Buffer => Buffer.concat([uint16(type), vector16(data)])
