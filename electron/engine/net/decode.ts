// Octets of the wire as text, so that every octet can be had back. Pure.
import { isAscii } from 'node:buffer'
import type { Entry } from '#shared/values/transcript.ts'

export type Decoded = { readonly text: string; readonly encoding: Entry['encoding'] }

/** UTF-8 where it is UTF-8, else Latin-1. */
export function decode(octets: Buffer): Decoded {
  // Nearly every line is ASCII, which needs no decoder.
  if (isAscii(octets)) return { text: octets.toString('latin1'), encoding: 'utf8' }
  try {
    return { text: utf8.decode(octets), encoding: 'utf8' }
  } catch {
    return { text: octets.toString('latin1'), encoding: 'latin1' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
