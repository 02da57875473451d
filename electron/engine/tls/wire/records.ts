// The record layer (RFC 8446 §5.1): octets in, records out, however the octets were cut; and octets that are no TLS at all.
import { MalformedTls, uint8, uint16 } from './octets.ts'

export const contentType = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const

export type TlsRecord = { readonly type: number; readonly version: number; readonly fragment: Buffer }

export type RecordStep =
  | { readonly kind: 'more' }
  | { readonly kind: 'record'; readonly record: TlsRecord; readonly header: Buffer }
  /** An SSLv2 record (two octets of length, the high bit set), which old servers mix in. */
  | { readonly kind: 'sslv2'; readonly body: Buffer }
  /** No TLS: the first octets of it, as they came. */
  | { readonly kind: 'foreign'; readonly octets: Buffer }

/** RFC 8446 §5.2: 2^14 octets, and what encryption may add; 2048 of it before TLS 1.3 (RFC 5246 §6.2.3). */
export const maxFragment = 2 ** 14 + 2048
/** As much as a person needs to recognise what was said instead. */
const shownOctets = 120
/** No server needs as many records for an answer; one that sends empty ones without end would never be done. */
const maxRecords = 2_000

export type RecordSplitter = { push(chunk: Buffer): void; next(): RecordStep }

export function createRecordSplitter(): RecordSplitter {
  let pending: Buffer = Buffer.alloc(0)
  let count = 0

  const take = (length: number): Buffer => {
    const taken = pending.subarray(0, length)
    pending = pending.subarray(length)
    count += 1
    if (count > maxRecords) throw new MalformedTls(`the answer has more than ${maxRecords} records`)
    return taken
  }

  const sslv2 = (): RecordStep => {
    const length = pending.readUInt16BE() & 0x7fff
    if (pending.length < length + 2) return { kind: 'more' }
    return { kind: 'sslv2', body: take(length + 2).subarray(2) }
  }

  return {
    push(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    },
    next() {
      if (pending.length < 3) return { kind: 'more' }
      if (isSslv2(pending)) return sslv2()
      if (!isTls(pending)) return { kind: 'foreign', octets: pending.subarray(0, shownOctets) }
      if (pending.length < 5) return { kind: 'more' }
      const length = pending.readUInt16BE(3)
      if (length > maxFragment) throw new MalformedTls(`a record of ${length} octets is longer than ${maxFragment}`)
      if (pending.length < 5 + length) return { kind: 'more' }
      const octets = take(5 + length)
      const record = { type: octets.readUInt8(), version: octets.readUInt16BE(1), fragment: octets.subarray(5) }
      return { kind: 'record', record, header: octets.subarray(0, 5) }
    },
  }
}

const isTls = (octets: Buffer): boolean => {
  const type = octets.readUInt8()
  return type >= contentType.changeCipherSpec && type <= 24 && octets.readUInt8(1) === 3
}

/** ERROR (0) or SERVER-HELLO (4) behind a length whose high bit is set. */
const isSslv2 = (octets: Buffer): boolean => {
  const kind = octets.readUInt8(2)
  return octets.readUInt8() >= 0x80 && (kind === 0 || kind === 4)
}

/** Records of one type; several where a fragment is to be no longer than `size`. */
export function records(type: number, version: number, content: Buffer, size = 2 ** 14): Buffer {
  const pieces: Buffer[] = []
  for (let at = 0; at < content.length; at += size) {
    const fragment = content.subarray(at, at + size)
    pieces.push(uint8(type), uint16(version, fragment.length), fragment)
  }
  return Buffer.concat(pieces)
}
