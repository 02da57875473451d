// Who is at the other end of a connection, and how to get there once more.
import type { Socket } from 'node:net'
import type { DialTools } from './dial.ts'

export type Peer = {
  readonly host: string
  readonly port: number
  /** An IP address, or the path of a UNIX socket; the name itself where a proxy found the address. */
  readonly address: string
  readonly family: 4 | 6 | 'unix' | 'proxied'
  /** The first line it said, without its code: from then on every error tells of it. */
  readonly greeting?: string
}

/** Another socket to the same place by the same way. */
export type OpenBeside = (tools: DialTools) => Promise<Socket>

/** Where that is, and who it says it is, for an error. */
export const placeFacts = ({ host, port, address, greeting }: Peer) => ({
  host,
  port: String(port),
  ip: address,
  greeting,
})
