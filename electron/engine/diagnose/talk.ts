// A conversation that a probe has with an endpoint. What it says goes out as it stands; silence and hanging up are answers too.
import { ipFamily } from '#shared/address/index.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { type Connection, connect, createTap } from '../net/index.ts'
import {
  helloName,
  leave,
  offers,
  readGreeting,
  readReply,
  sayHello,
  secure,
  shownLine,
  type TlsPlan,
  timeLimits,
  upgrade,
} from '../smtp/index.ts'
import { failureOf, SmtpError } from '../smtp-error.ts'
import type { Evidence } from './check.ts'
import type { Gate } from './gate.ts'
import { destinationOf, type LookTools } from './look.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'

/** How far the session is taken before the probe speaks; `tls` as far as the endpoint offers it. */
export type TalkFrom = 'connect' | 'greeting' | 'hello' | 'tls'

export type Said = {
  /** Null when no reply came; then `end` says what did. */
  readonly reply: Reply | null
  readonly end: 'silent' | 'closed' | 'nonsense' | null
  /** What was said, and what came back. */
  readonly evidence: readonly Evidence[]
  /** Milliseconds until the reply, the hanging up, or the end of patience. */
  readonly ms: number
}

export type Talk = {
  readonly connection: Connection
  readonly session: string
  /** What was offered last; empty before EHLO. */
  readonly capabilities: readonly Capability[]
  readonly tls: TlsDetail | null
  /** One line; CRLF is added, and what could be a secret is not shown. */
  say(line: string, seconds?: number): Promise<Said>
  /** Octets as they are. `shown` stands for them in the log. */
  sayOctets(octets: Uint8Array, shown: string, seconds?: number): Promise<Said>
  /** The next reply, to nothing that was said now. */
  listen(seconds?: number): Promise<Said>
  /** Begins to note the lines that others say or hear here; the lines since then. */
  mark(): () => readonly Evidence[]
  /** The handshake, begun now; EHLO is not said again. */
  encrypt(): Promise<TlsDetail>
}

export type TalkTools = LookTools & { readonly gate: Gate }

/** Throws where the session did not come as far as the probe wants it. Leaves politely, whatever the probe did. */
export async function talkTo<T>(
  { endpoint, address }: Observed,
  from: TalkFrom,
  tools: TalkTools,
  run: (talk: Talk) => Promise<T>,
): Promise<T> {
  const entries: Entry[] = []
  const recording = tools.recorder.begin(endpointName(endpoint))
  tools.onSession(recording.id)
  const tap = createTap({
    ...recording,
    add(entry) {
      entries.push(entry)
      recording.add(entry)
    },
  })
  const limits = timeLimits(tools.replyTimeout)
  const open = async () => {
    const family = ipFamily(address)
    // The same address as before: another one may be another machine. A proxy may have told none.
    const { host, lookup } = destinationOf(endpoint, family === null ? null : { address, family }, tools)
    const target = { host, port: endpoint.port, seconds: limits.connect, way: tools.way }
    const connection = await connect(target, lookup, { tap, signal: tools.signal, onStage: () => {} })
    return begin(connection, endpoint, from, tools).catch((error: unknown) => {
      connection.drop()
      throw error
    })
  }
  try {
    const begun = await tools.gate.pass(address, open)
    const result = await run(talkOf(begun, { session: recording.id, entries, tools, endpoint }))
    await leave(begun.connection, limits, null)
    recording.end('ok')
    return result
  } catch (error) {
    recording.end(failureOf(error, tap.stage).kind === 'stopped' ? 'stopped' : 'failed')
    throw error
  }
}

type Begun = { readonly connection: Connection; capabilities: readonly Capability[]; tls: TlsDetail | null }

async function begin(connection: Connection, endpoint: Endpoint, from: TalkFrom, tools: TalkTools): Promise<Begun> {
  const begun: Begun = { connection, capabilities: [], tls: null }
  if (endpoint.security === 'tls') await shake(begun, endpoint, tools)
  if (from === 'connect') return begun
  await readGreeting(connection, tools.replyTimeout)
  if (from === 'greeting') return begun
  await hello(begun, tools)
  if (from === 'hello' || begun.tls !== null || !offers(begun.capabilities, 'STARTTLS')) return begun
  await upgrade(connection, tlsPlan(endpoint, tools), (tls) => {
    begun.tls = tls
  })
  await hello(begun, tools)
  return begun
}

async function hello(begun: Begun, { ehloName, replyTimeout }: TalkTools): Promise<void> {
  const { connection } = begun
  const offered = await sayHello(connection, helloName(ehloName, connection), replyTimeout)
  if (offered === 'dropped') throw connection.failure('connection-lost', 'The server hung up at EHLO.')
  begun.capabilities = offered
}

async function shake(begun: Begun, endpoint: Endpoint, tools: TalkTools): Promise<void> {
  await secure(begun.connection, tlsPlan(endpoint, tools), (tls) => {
    begun.tls = tls
  })
}

const tlsPlan = ({ certificateName }: Endpoint, { certificate, replyTimeout }: TalkTools): TlsPlan => ({
  wish: { name: certificateName, ...certificate },
  trust: 'reported',
  seconds: replyTimeout,
})

type Held = {
  readonly session: string
  readonly entries: readonly Entry[]
  readonly tools: TalkTools
  readonly endpoint: Endpoint
}

function talkOf(begun: Begun, { session, entries, tools, endpoint }: Held): Talk {
  const { connection } = begun
  const linesFrom = (first: number): Evidence[] =>
    entries
      .slice(first)
      .filter(({ kind }) => kind === 'line')
      .map(({ index }) => ({ session, entry: index }))
  const heard = async (first: number, seconds: number): Promise<Said> => {
    const began = performance.now()
    const told = await readReply(connection, 'the probe', seconds).catch(endOf)
    const ms = performance.now() - began
    const evidence = linesFrom(first)
    return typeof told === 'string'
      ? { reply: null, end: told, evidence, ms }
      : { reply: told, end: null, evidence, ms }
  }
  const sayOctets: Talk['sayOctets'] = async (octets, shown, seconds = tools.replyTimeout) => {
    const first = entries.length
    if (!connection.isOpen) return { reply: null, end: 'closed', evidence: [], ms: 0 }
    connection.tap.line('client', octets, 'none', shown)
    await connection.write([octets], seconds)
    return heard(first, seconds)
  }
  return {
    connection,
    session,
    get capabilities() {
      return begun.capabilities
    },
    get tls() {
      return begun.tls
    },
    async say(line, seconds = tools.replyTimeout) {
      const first = entries.length
      if (!connection.isOpen) return { reply: null, end: 'closed', evidence: [], ms: 0 }
      connection.send([{ stage: connection.tap.stage, wire: line, shown: shownLine(line, false) }])
      return heard(first, seconds)
    },
    sayOctets,
    listen: (seconds = tools.replyTimeout) => heard(entries.length, seconds),
    mark() {
      const first = entries.length
      return () => linesFrom(first)
    },
    async encrypt() {
      await shake(begun, endpoint, tools)
      if (begun.tls === null) throw connection.failure('tls-handshake-failed', 'The handshake ended without TLS.')
      return begun.tls
    },
  }
}

function endOf(error: unknown): 'silent' | 'closed' | 'nonsense' {
  if (!(error instanceof SmtpError)) throw error
  switch (error.failure.kind) {
    case 'reply-timed-out':
      return 'silent'
    case 'connection-lost':
      return 'closed'
    case 'reply-malformed':
    case 'reply-too-long':
      return 'nonsense'
    default:
      throw error
  }
}
