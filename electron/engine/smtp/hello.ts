// EHLO, or HELO where a server is too old for it (RFC 5321 §3.2), and the name we give.
import { addressLiteral } from '#shared/address/index.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { Connection } from '../net/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import { parseCapabilities } from './capabilities.ts'
import { ehlo, helo, lhlo } from './command.ts'
import { isConnectionLost } from './connection-lost.ts'
import { exchange } from './exchange.ts'
import { inWords, isPositive } from './reply-class.ts'

/** What the server offers; empty after HELO. `dropped`: it hung up at EHLO, and HELO wants a connection of its own. */
export async function sayHello(
  connection: Connection,
  name: string,
  seconds: number,
  protocol: WireOptions['protocol'] = 'smtp',
): Promise<Capability[] | 'dropped'> {
  if (protocol === 'lmtp') return sayLhlo(connection, name, seconds)
  const reply = await exchange(connection, ehlo(name), seconds).catch(droppedOr)
  if (reply === 'dropped') return 'dropped'
  if (isPositive(reply)) return parseCapabilities(reply)
  if (isTooOld(reply)) return sayHelo(connection, name, seconds)
  throw refused(connection, reply)
}

export async function sayHelo(connection: Connection, name: string, seconds: number): Promise<Capability[]> {
  const reply = await exchange(connection, helo(name), seconds)
  if (isPositive(reply)) return []
  throw refused(connection, reply)
}

/** RFC 2033 §4.1: there is nothing older to fall back to. */
async function sayLhlo(connection: Connection, name: string, seconds: number): Promise<Capability[]> {
  const reply = await exchange(connection, lhlo(name), seconds)
  if (isPositive(reply)) return parseCapabilities(reply)
  throw refused(connection, reply)
}

/** Without a name of our own: the address that the server sees, unless something on the way changes it (RFC 5321 §4.1.4). */
export function helloName(ehloName: string | null, connection: Connection): string {
  // A UNIX socket has no address, and joins two programs of one machine.
  return ehloName ?? addressLiteral(connection.localAddress || '127.0.0.1')
}

/** RFC 5321 §4.2.2, §3.2: what a server says that does not know EHLO; 550 is said by some filters. */
const isTooOld = ({ code }: Reply): boolean => [500, 501, 502, 504, 550].includes(code)

function droppedOr(error: unknown): 'dropped' {
  if (isConnectionLost(error)) return 'dropped'
  throw error
}

function refused(connection: Connection, reply: Reply): SmtpError {
  return connection.failure('hello-refused', `${connection.peer.host} refuses our hello: ${inWords(reply)}.`, { reply })
}
