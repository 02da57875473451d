// Sockets on which a TLS hello may be said: greeting, EHLO and STARTTLS are behind them, nothing else. For scans, which shake hands
// in their own way, many times over.
import type { Socket } from 'node:net'
import type { Capability } from '#shared/values/capability.ts'
import { type Connection, connect, type DialAddress, type Lookup, straight, type Tap, type Way } from '../net/index.ts'
import { failureOf } from '../smtp-error.ts'
import { offers, parseCapabilities } from './capabilities.ts'
import { ehlo, startTls } from './command.ts'
import { exchange, orClosing, readReply, sendAhead } from './exchange.ts'
import { readGreeting } from './greeting.ts'
import { helloName } from './hello.ts'
import { leave } from './leave.ts'
import { inWords, isPositive } from './reply-class.ts'
import type { TimeLimits } from './time-limits.ts'

export type StarttlsTarget = {
  readonly host: string
  readonly port: number
  /** Tried until one answers; that one is kept to, so that all sockets are of one server. */
  readonly addresses: readonly DialAddress[]
  /** Null for the address literal of our side. */
  readonly ehloName: string | null
  readonly limits: TimeLimits
  /** Another way than straight to the addresses: with a proxy, it is the proxy that is looked up. */
  readonly by?: { readonly way: Way; readonly lookup: Lookup }
}

export type OpenTools = { readonly tap: Tap; readonly signal: AbortSignal }

/** Each call opens another one; it throws where the server does not let us. */
export function openStarttls(target: StarttlsTarget, tools: OpenTools): () => Promise<Socket> {
  const { host, port, limits } = target
  let addresses = target.addresses
  // Exim's PIPECONNECT: who has seen it may say EHLO before the greeting, and saves a round trip each time.
  let mayHurry = false
  return async () => {
    const { way, lookup } = target.by ?? { way: straight, lookup: async () => addresses }
    const connection = await connect({ host, port, seconds: limits.connect, way }, lookup, {
      ...tools,
      onStage: () => {},
    })
    addresses = addresses.filter(({ address }) => address === connection.peer.address)
    try {
      mayHurry = offers(await sayHello(connection, target, mayHurry), 'PIPECONNECT')
      await askForTls(connection, limits)
      return connection.release()
    } catch (error) {
      await leave(connection, limits, failureOf(error, connection.tap.stage))
      throw error
    }
  }
}

async function sayHello(
  connection: Connection,
  { ehloName, limits }: StarttlsTarget,
  mayHurry: boolean,
): Promise<Capability[]> {
  const hello = ehlo(helloName(ehloName, connection))
  if (mayHurry) sendAhead(connection, [hello])
  await readGreeting(connection, limits.greeting)
  const reply = mayHurry
    ? orClosing(connection, await readReply(connection, hello.verb, limits.command))
    : await exchange(connection, hello, limits.command)
  if (isPositive(reply)) return parseCapabilities(reply)
  throw connection.failure('hello-refused', `${connection.peer.host} refuses our hello: ${inWords(reply)}.`, { reply })
}

async function askForTls(connection: Connection, { command }: TimeLimits): Promise<void> {
  const { host, port } = connection.peer
  connection.enter('tls')
  const reply = await exchange(connection, startTls(), command)
  if (isUnknown(reply.code))
    throw connection.failure('starttls-not-offered', `${host} port ${port} offers no STARTTLS.`)
  if (reply.code !== 220)
    throw connection.failure('starttls-refused', `${host} refuses STARTTLS: ${inWords(reply)}.`, { reply })
  // RFC 3207 §4.2: what came in plain text with the 220 must never be taken for TLS.
  if (connection.hasInput())
    throw connection.failure('starttls-injection', `${host} sent plain octets together with its answer to STARTTLS.`)
}

/** RFC 5321 §4.2.4: the command is not known here. It is said also where it was not offered, for something on the way may hide it. */
const isUnknown = (code: number): boolean => [500, 502, 503, 504].includes(code)
