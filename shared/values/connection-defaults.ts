// The way to a server, and the policies of domains, as long as nobody chooses. Without zod: the engine reads it.
import type { ConnectionChoice, Policies } from './connection.ts'

/** SOCKS 5 (RFC 1928), or the CONNECT of an HTTP proxy (RFC 9110 §9.3.6). */
export const proxyKinds = ['socks5', 'http'] as const

export const usualConnection: ConnectionChoice = { proxy: null, localAddress: null }

export const noPolicies: Policies = { mtaSts: false, dane: false }
