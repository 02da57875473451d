// An OCSP answer (RFC 6960 §4.2.1), read just far enough to tell what it says of the first certificate in it. DER (X.690) has a tag,
// a length, and what it holds; nothing is verified.
import type { Staple } from '#shared/values/tls-scan.ts'
import { MalformedTls, OctetReader } from './octets.ts'

export function parseStaple(der: Buffer): Staple {
  try {
    return readResponse(new OctetReader(der, 'the OCSP answer'))
  } catch (error) {
    if (error instanceof MalformedTls) return unreadable
    throw error
  }
}

const unreadable: Staple = { status: 'unreadable', thisUpdate: null, nextUpdate: null }

const tags = { enumerated: 0x0a, octets: 0x04, time: 0x18, sequence: 0x30, optional: 0xa0 } as const
const statuses: Readonly<Record<number, Staple['status']>> = { 128: 'good', 161: 'revoked', 130: 'unknown' }

/** OCSPResponse: a status, then the basic response inside an OCTET STRING. */
function readResponse(reader: OctetReader): Staple {
  const response = inside(reader, tags.sequence)
  if (inside(response, tags.enumerated).uint8() !== 0) return unreadable
  const bytes = inside(inside(response, tags.optional), tags.sequence)
  element(bytes)
  const basic = inside(inside(bytes, tags.octets), tags.sequence)
  const data = inside(basic, tags.sequence)
  let next = element(data)
  if (next.tag === tags.optional) next = element(data)
  // The responder, by name or by key, and when it said this.
  element(data)
  return readSingle(inside(inside(data, tags.sequence), tags.sequence))
}

/** SingleResponse: which certificate, its status, since when, until when. */
function readSingle(single: OctetReader): Staple {
  element(single)
  const status = statuses[element(single).tag] ?? 'unreadable'
  const thisUpdate = timeOf(element(single).content)
  const next = single.left > 0 ? element(single) : null
  const nextUpdate =
    next?.tag === tags.optional ? timeOf(element(new OctetReader(next.content, 'nextUpdate')).content) : null
  return { status, thisUpdate, nextUpdate }
}

type Element = { readonly tag: number; readonly content: Buffer }

function element(reader: OctetReader): Element {
  const tag = reader.uint8()
  const short = reader.uint8()
  const length = short < 0x80 ? short : reader.take(short & 0x7f).reduce((sum, octet) => sum * 256 + octet, 0)
  return { tag, content: reader.take(length) }
}

function inside(reader: OctetReader, wanted: number): OctetReader {
  const { tag, content } = element(reader)
  if (tag !== wanted) throw new MalformedTls(`the OCSP answer has the tag ${tag} where ${wanted} should be`)
  return new OctetReader(content, 'the OCSP answer')
}

/** GeneralizedTime: `20260131120000Z`. */
function timeOf(content: Buffer): string | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(content.toString('latin1')) ?? []
  return year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
}
