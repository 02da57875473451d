// ServerKeyExchange (RFC 5246 §7.4.3, RFC 8422 §5.4): the group or the DH parameters, and what they are signed with.
import { MalformedTls, OctetReader } from './octets.ts'

/** What a suite exchanges keys by; anonymous ones sign nothing, and PSK has a hint in front. */
export type KeyExchangeForm = { readonly by: 'dhe' | 'ecdhe'; readonly isSigned: boolean; readonly hasHint: boolean }

export type ServerKeyExchange = {
  /** The named curve; null for DHE, and for the explicit curves that RFC 8422 took away. */
  readonly group: number | null
  readonly dh: { readonly prime: Buffer; readonly generator: Buffer; readonly bits: number } | null
  /** The signature scheme, since TLS 1.2; null before, and where nothing is signed. */
  readonly signature: number | null
}

export function parseKeyExchange(body: Buffer, form: KeyExchangeForm, version: number): ServerKeyExchange {
  const reader = new OctetReader(body, 'the ServerKeyExchange')
  if (form.hasHint) reader.vector16()
  const key = form.by === 'dhe' ? readDh(reader) : readCurve(reader)
  const hasScheme = form.isSigned && version >= 0x0303 && reader.left > 0
  return { ...key, signature: hasScheme ? reader.uint16() : null }
}

const namedCurve = 3

function readCurve(reader: OctetReader): Pick<ServerKeyExchange, 'group' | 'dh'> {
  const type = reader.uint8()
  if (type !== namedCurve) throw new MalformedTls(`the ServerKeyExchange has a curve of type ${type}, not a named one`)
  const group = reader.uint16()
  reader.vector8()
  return { group, dh: null }
}

function readDh(reader: OctetReader): Pick<ServerKeyExchange, 'group' | 'dh'> {
  const prime = withoutZeros(reader.vector16())
  const generator = withoutZeros(reader.vector16())
  reader.vector16()
  return { group: null, dh: { prime, generator, bits: bitsOf(prime) } }
}

function withoutZeros(octets: Buffer): Buffer {
  const start = octets.findIndex((octet) => octet !== 0)
  return start === -1 ? Buffer.alloc(0) : octets.subarray(start)
}

const bitsOf = (number: Buffer): number =>
  number.length === 0 ? 0 : (number.length - 1) * 8 + (32 - Math.clz32(number.readUInt8()))
