// What a TLS server writes, octet by octet, right or wrong as a test wants it; and what a client's hello says. Written apart from
// the scanner, so that neither agrees with itself alone.
import { randomBytes } from 'node:crypto'

export const number16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const number24 = (value: number) => Buffer.from([value >> 16, (value >> 8) & 0xff, value & 0xff])
const block8 = (octets: Uint8Array) => Buffer.concat([Buffer.from([octets.length]), octets])
export const block16 = (octets: Uint8Array) => Buffer.concat([number16(octets.length), octets])
const block24 = (octets: Uint8Array) => Buffer.concat([number24(octets.length), octets])

export const record = (type: number, content: Uint8Array, version = 0x0303) =>
  Buffer.concat([Buffer.from([type]), number16(version), block16(content)])
export const handshake = (type: number, body: Uint8Array) => Buffer.concat([Buffer.from([type]), block24(body)])
export const inRecord = (...messages: readonly Uint8Array[]) => record(22, Buffer.concat(messages))
export const alert = (description: number, level = 2) => record(21, Buffer.from([level, description]))

export type ServerHelloParts = {
  readonly version?: number
  readonly random?: Uint8Array
  readonly sessionId?: Uint8Array
  readonly suite: number
  readonly compression?: number
  /** Null for no block at all. */
  readonly extensions?: readonly (readonly [type: number, data: Uint8Array])[] | null
}

export const retryRandom = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex')
export const noOctets = Buffer.alloc(0)

export function serverHello(parts: ServerHelloParts): Buffer {
  const { version = 0x0303, random = randomBytes(32), sessionId = noOctets, suite, compression = 0 } = parts
  const { extensions = [] } = parts
  const list = (extensions ?? []).map(([type, data]) => Buffer.concat([number16(type), block16(data)]))
  const tail = extensions === null ? [] : [block16(Buffer.concat(list))]
  return handshake(
    2,
    Buffer.concat([number16(version), random, block8(sessionId), number16(suite), Buffer.from([compression]), ...tail]),
  )
}

/** Of TLS 1.3; a HelloRetryRequest where `group` stands without a share. */
export function serverHello13(
  suite: number,
  group: number,
  more: { isRetry?: boolean; cookie?: Uint8Array } = {},
): Buffer {
  const { isRetry = true, cookie } = more
  const share = isRetry ? number16(group) : Buffer.concat([number16(group), block16(randomBytes(32))])
  return serverHello({
    suite,
    random: isRetry ? retryRandom : randomBytes(32),
    extensions: [
      [43, number16(0x0304)],
      [51, share],
      ...(cookie === undefined ? [] : [[44, block16(cookie)] as const]),
    ],
  })
}

export const certificates = (...chain: readonly Uint8Array[]) =>
  handshake(11, block24(Buffer.concat(chain.map(block24))))
export const certificateStatus = (ocsp: Uint8Array) => handshake(22, Buffer.concat([Buffer.from([1]), block24(ocsp)]))
export const helloDone = handshake(14, noOctets)

/** With a scheme and a signature of nothing, where a scheme is given. */
export const ecdheKeyExchange = (group: number, scheme: number | null = null) =>
  handshake(12, Buffer.concat([Buffer.from([3]), number16(group), block8(randomBytes(65)), ...signature(scheme)]))

export const dheKeyExchange = (prime: Uint8Array, scheme: number | null = null) =>
  handshake(
    12,
    Buffer.concat([block16(prime), block16(Buffer.from([2])), block16(randomBytes(8)), ...signature(scheme)]),
  )

const signature = (scheme: number | null) => (scheme === null ? [] : [number16(scheme), block16(randomBytes(64))])

export const certificateRequest = (schemes: readonly number[], authorities: readonly Uint8Array[]) =>
  handshake(
    13,
    Buffer.concat([
      block8(Buffer.from([1])),
      block16(Buffer.concat(schemes.map(number16))),
      block16(Buffer.concat(authorities.map(block16))),
    ]),
  )

export function sslv2ServerHello(ciphers: readonly number[], certificate: Uint8Array): Buffer {
  const specs = Buffer.concat(ciphers.map(number24))
  const connection = randomBytes(16)
  const lengths = [certificate, specs, connection].map(({ length }) => number16(length))
  const body = Buffer.concat([Buffer.from([4, 0, 1, 0, 2]), ...lengths, certificate, specs, connection])
  return Buffer.concat([number16(0x8000 | body.length), body])
}

export type HeardHello = {
  /** Octets of the whole flight, record headers included. */
  readonly length: number
  readonly records: number
  readonly isSslv2: boolean
  /** The field of old. */
  readonly version: number
  readonly suites: readonly number[]
  readonly compression: readonly number[]
  readonly sessionId: Buffer
  readonly extensions: ReadonlyMap<number, Buffer>
  readonly versions: readonly number[]
  readonly groups: readonly number[]
  readonly signatures: readonly number[]
  /** Groups that have a share. */
  readonly shares: readonly number[]
}

/** Null as long as it is not whole. */
export function hearHello(octets: Buffer): HeardHello | null {
  if (octets.length < 5) return null
  if (octets.readUInt8() >= 0x80) return { ...silentHello, length: octets.length, records: 1, isSslv2: true }
  const fragments: Buffer[] = []
  for (let at = 0; at + 5 <= octets.length; ) {
    const end = at + 5 + octets.readUInt16BE(at + 3)
    if (end > octets.length) break
    fragments.push(octets.subarray(at + 5, end))
    at = end
  }
  const message = Buffer.concat(fragments)
  if (message.length < 4 || message.length < 4 + message.readUIntBE(1, 3)) return null
  return { ...readHello(message.subarray(4)), length: octets.length, records: fragments.length }
}

const silentHello = {
  isSslv2: false,
  version: 2,
  suites: [],
  compression: [],
  sessionId: noOctets,
  extensions: new Map(),
  versions: [],
  groups: [],
  signatures: [],
  shares: [],
} as const

function readHello(body: Buffer): Omit<HeardHello, 'length' | 'records'> {
  let at = 34
  const block = (size: 1 | 2) => {
    const length = body.readUIntBE(at, size)
    at += size + length
    return body.subarray(at - length, at)
  }
  const sessionId = block(1)
  const suites = numbers(block(2))
  const compression = [...block(1)]
  const extensions = new Map<number, Buffer>()
  const end = at === body.length ? at : at + 2 + body.readUInt16BE(at)
  for (at += 2; at < end; ) {
    const type = body.readUInt16BE(at)
    at += 2
    extensions.set(type, block(2))
  }
  const list = (type: number, skip: number) => numbers(extensions.get(type)?.subarray(skip) ?? noOctets)
  return {
    isSslv2: false,
    version: body.readUInt16BE(),
    suites,
    compression,
    sessionId,
    extensions,
    versions: list(43, 1),
    groups: list(10, 2),
    signatures: list(13, 2),
    shares: sharesIn(extensions.get(51) ?? noOctets),
  }
}

const numbers = (octets: Buffer) =>
  Array.from({ length: octets.length >> 1 }, (_, index) => octets.readUInt16BE(index * 2))

function sharesIn(data: Buffer): number[] {
  const groups: number[] = []
  for (let at = 2; at < data.length; at += 4 + data.readUInt16BE(at + 2)) groups.push(data.readUInt16BE(at))
  return groups
}
