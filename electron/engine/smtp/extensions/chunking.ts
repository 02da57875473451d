// CHUNKING (RFC 3030 §2): the mail travels in BDAT chunks of a known length, without dots and without waiting for a 354.
import type { Extension } from './extension.ts'

export const chunking: Extension = { keyword: 'CHUNKING', rfc: 'RFC 3030 §2' }

export type Chunk = { readonly octets: number; readonly isLast: boolean }

/** The chunks of a mail; one of no octets for an empty mail, since something must be the last. */
export function planChunks(size: number, chunkSize: number): Chunk[] {
  const count = Math.max(1, Math.ceil(size / chunkSize))
  return Array.from({ length: count }, (_, index) => {
    const isLast = index === count - 1
    return { octets: isLast ? size - index * chunkSize : chunkSize, isLast }
  })
}

/** Large enough to cost nothing, small enough that a refusal in the middle spares the rest. */
export const usualChunk = 1024 * 1024

/** A mail up to this size leaves together with its envelope: sending it for nothing costs less than waiting. */
export const maxUnasked = 64 * 1024
