// Octets of the wire as text, so that every octet can be had back. Pure.
import { isAscii } from 'node:buffer'
import type { Entry } from '#shared/values/transcript.ts'

export type Decoded = { readonly text: string; readonly encoding: Entry['encoding'] }

/** UTF-8 where it is UTF-8, else Latin-1. */
export function decode(octets: Uint8Array): Decoded {
  // Nearly every line is ASCII, which needs no decoder.
  if (isAscii(octets)) return { text: latin1(octets), encoding: 'utf8' }
  try {
    return { text: utf8.decode(octets), encoding: 'utf8' }
  } catch {
    return { text: latin1(octets), encoding: 'latin1' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const latin1 = (octets: Uint8Array): string =>
  Buffer.isBuffer(octets)
    ? octets.toString('latin1')
    : Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1')
