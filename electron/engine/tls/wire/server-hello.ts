// ServerHello and HelloRetryRequest (RFC 8446 §4.1.3 and §4.1.4, RFC 5246 §7.4.1.3); SSLv3's has no extensions.
import { extensionType } from './extensions.ts'
import { MalformedTls, OctetReader } from './octets.ts'

export type ServerHello = {
  /** What was chosen: extension 43 where it stands, else the field of old. */
  readonly version: number
  readonly legacyVersion: number
  readonly random: Buffer
  readonly sessionId: Buffer
  readonly suite: number
  readonly compression: number
  readonly extensions: ReadonlyMap<number, Buffer>
  /** It asks for another hello, with a share of `group`. */
  readonly isRetry: boolean
  /** The group of key_share; null below TLS 1.3. */
  readonly group: number | null
  /** Our share’s counterpart; null in a HelloRetryRequest. */
  readonly share: Buffer | null
  readonly cookie: Buffer | null
}

export function parseServerHello(body: Buffer): ServerHello {
  const reader = new OctetReader(body, 'the ServerHello')
  const legacyVersion = reader.uint16()
  const random = reader.take(32)
  const sessionId = reader.vector8()
  if (sessionId.length > 32) throw new MalformedTls(`the ServerHello has a session id of ${sessionId.length} octets`)
  const suite = reader.uint16()
  const compression = reader.uint8()
  const extensions =
    reader.left === 0 ? new Map<number, Buffer>() : parseExtensions(reader.vector16(), 'the ServerHello')
  reader.end()
  const isRetry = random.equals(retryRandom)
  return {
    version: chosenVersion(extensions) ?? legacyVersion,
    legacyVersion,
    random,
    sessionId,
    suite,
    compression,
    extensions,
    isRetry,
    ...shareOf(extensions, isRetry),
    cookie: cookieOf(extensions),
  }
}

/** RFC 8446 §4.2: each at most once. */
export function parseExtensions(block: Buffer, what: string): Map<number, Buffer> {
  const reader = new OctetReader(block, `an extension of ${what}`)
  const extensions = new Map<number, Buffer>()
  while (reader.left > 0) {
    const type = reader.uint16()
    if (extensions.has(type)) throw new MalformedTls(`${what} has the extension ${type} twice`)
    extensions.set(type, reader.vector16())
  }
  return extensions
}

function chosenVersion(extensions: ReadonlyMap<number, Buffer>): number | null {
  const data = extensions.get(extensionType.supportedVersions)
  return data === undefined ? null : new OctetReader(data, 'supported_versions').uint16()
}

/** In a HelloRetryRequest the group stands alone (RFC 8446 §4.2.8). */
function shareOf(extensions: ReadonlyMap<number, Buffer>, isRetry: boolean): Pick<ServerHello, 'group' | 'share'> {
  const data = extensions.get(extensionType.keyShare)
  if (data === undefined) return { group: null, share: null }
  const reader = new OctetReader(data, 'key_share')
  return { group: reader.uint16(), share: isRetry ? null : reader.vector16() }
}

function cookieOf(extensions: ReadonlyMap<number, Buffer>): Buffer | null {
  const data = extensions.get(extensionType.cookie)
  return data === undefined ? null : new OctetReader(data, 'cookie').vector16()
}

/** RFC 8446 §4.1.3: SHA-256 of “HelloRetryRequest”. */
export const retryRandom = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')

export type Sentinel = 'tls1.2' | 'tls1.1'

/** RFC 8446 §4.1.3: what a server writes at the end of its random when it could have done better. */
export function sentinelOf({ random }: ServerHello): Sentinel | null {
  const end = random.subarray(24)
  if (end.subarray(0, 7).toString('latin1') !== 'DOWNGRD') return null
  return ({ 1: 'tls1.2', 0: 'tls1.1' } as const)[end.readUInt8(7)] ?? null
}
