// The versions of TLS, and what a profile chooses as long as nobody chooses. Without zod: the engine reads it.
import type { TlsChoice } from './tls-choice.ts'

/** Oldest first, as Node names them. */
export const tlsVersions = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const

export const usualTls: TlsChoice = { client: null, minVersion: null, maxVersion: null, ciphers: null }
