// Sockets for a port that speaks TLS from the start (RFC 8314 §3.3): connected, and nothing said.
import type { Socket } from 'node:net'
import { type DialAddress, dial, type Tap } from '../net/index.ts'
import type { Opener } from './prober.ts'

export type ImplicitTarget = {
  readonly host: string
  readonly port: number
  /** Tried until one answers; that one is kept to, so that the whole scan is of one server. */
  readonly addresses: readonly DialAddress[]
  readonly seconds: number
}

export function openImplicit(
  target: ImplicitTarget,
  tools: { readonly tap: Tap; readonly signal: AbortSignal },
): Opener {
  const { host, port, seconds } = target
  let addresses = target.addresses
  return async (): Promise<Socket> => {
    const { socket, address, family } = await dial({ host, port, addresses }, { ...tools, seconds })
    addresses = [{ address, family }]
    return socket
  }
}
