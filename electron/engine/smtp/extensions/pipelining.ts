// PIPELINING (RFC 2920): several commands in one write; how the transaction waits for their replies stands there.
import type { Extension } from './extension.ts'

export const pipelining: Extension = { keyword: 'PIPELINING', rfc: 'RFC 2920 §3.1' }

/** RFC 2920 §3.1 leaves the size of a group to us; more recipients than this are asked about in turn. */
export const maxGroup = 100
