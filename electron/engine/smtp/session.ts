// A session up to the point where mails can be sent: connect, greeting, EHLO, TLS, login, in the order of the wire.
import type { Capability } from '#shared/values/capability.ts'
import type { Login, Security } from '#shared/values/profile.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { Connection, Peer, TlsWish, Way } from '../net/index.ts'
import { failureOf, SmtpError } from '../smtp-error.ts'
import { authenticate } from './authenticate.ts'
import { authMechanisms, offers } from './capabilities.ts'
import { readGreeting } from './greeting.ts'
import { helloName, sayHello, sayHelo } from './hello.ts'
import { leave } from './leave.ts'
import { sendProxyHeader } from './proxy-header.ts'
import { sayRawLines } from './raw-lines.ts'
import { sayXclient } from './say-xclient.ts'
import { secure, type TlsPlan, upgrade } from './starttls.ts'
import type { TimeLimits } from './time-limits.ts'

export type SessionPlan = {
  /** How the connection is made; the session itself does not care. */
  readonly way: Way
  readonly security: Security
  readonly certificate: TlsWish
  /** Whether a certificate that does not hold ends the session. */
  readonly trust: TlsPlan['trust']
  readonly login: (Login & { readonly secret: string }) | null
  /** Null for the address literal of our side. */
  readonly ehloName: string | null
  readonly stopAfter: StopPoint | null
  readonly limits: TimeLimits
  /** What a person changed on the wire; `defaultWire` without it. */
  readonly wire?: WireOptions
}

/** What is known of the server so far; it stays known when the session fails. */
export type ServerFacts = {
  peer: Peer | null
  greeting: Reply | null
  /** What it offered before STARTTLS; null where TLS came first or not at all. */
  beforeTls: readonly Capability[] | null
  /** What it offers now; empty after HELO. */
  capabilities: readonly Capability[]
  tls: TlsDetail | null
  /** SASL mechanism that the login was taken by. */
  mechanism: string | null
}

export const nothingKnown = (): ServerFacts => ({
  peer: null,
  greeting: null,
  beforeTls: null,
  capabilities: [],
  tls: null,
  mechanism: null,
})

export type Session = {
  readonly connection: Connection
  readonly facts: ServerFacts
  readonly limits: TimeLimits
  readonly wire: WireOptions
}

/** Opens a connection; called twice when a server hangs up at EHLO. */
export type Connect = () => Promise<Connection>

/** Null when it was told to stop before a mail and did. Throws when the session cannot go on, and has left the server then. */
export async function openSession(plan: SessionPlan, connect: Connect, facts: ServerFacts): Promise<Session | null> {
  const { limits, wire = defaultWire } = plan
  let connection = await arrive(plan, connect, facts)
  try {
    if (plan.stopAfter === 'connect') return await stop(connection, plan)
    facts.greeting = await readGreeting(connection, plan.limits.greeting)
    if (plan.stopAfter === 'greeting') return await stop(connection, plan)
    await sayRawLines(connection, wire, 'greeting', limits.command)

    const name = helloName(plan.ehloName, connection)
    const offered = await sayHello(connection, name, limits.command, wire.protocol)
    if (offered === 'dropped') {
      connection.tap.event('note', 'The server hung up at EHLO; once more with HELO.')
      connection.drop()
      connection = await arrive(plan, connect, facts)
      facts.greeting = await readGreeting(connection, plan.limits.greeting)
      facts.capabilities = await sayHelo(connection, name, plan.limits.command)
    } else {
      facts.capabilities = offered
    }
    if (plan.stopAfter === 'ehlo') return await stop(connection, plan)
    await sayRawLines(connection, wire, 'ehlo', limits.command)

    if (await startTls(connection, plan, facts)) {
      // RFC 3207 §4.2: what was offered before TLS is forgotten and asked for again.
      facts.beforeTls = facts.capabilities
      await sayHelloAgain(connection, name, plan, facts)
    }
    if (plan.stopAfter === 'tls') return await stop(connection, plan)

    if (await sayXclient(connection, { wire, capabilities: facts.capabilities }, limits.command))
      await sayHelloAgain(connection, name, plan, facts)

    await logIn(connection, plan, facts)
    if (plan.stopAfter === 'auth') return await stop(connection, plan)
    await sayRawLines(connection, wire, 'auth', limits.command)
    return { connection, facts, limits, wire }
  } catch (error) {
    await leave(connection, plan.limits, failureOf(error, connection.tap.stage), wire.leave)
    throw error
  }
}

async function arrive(plan: SessionPlan, connect: Connect, facts: ServerFacts): Promise<Connection> {
  const connection = await connect()
  facts.peer = connection.peer
  try {
    const { proxyHeader } = plan.wire ?? defaultWire
    if (proxyHeader !== null) await sendProxyHeader(connection, proxyHeader, plan.limits.command)
    if (plan.security !== 'tls' || plan.stopAfter === 'connect') return connection
    await secure(connection, tlsPlan(plan), (tls) => {
      facts.tls = tls
    })
    return connection
  } catch (error) {
    connection.drop()
    throw error
  }
}

/** What was offered before is forgotten: the server may offer other things inside TLS, or to whom we say we are. */
async function sayHelloAgain(
  connection: Connection,
  name: string,
  plan: SessionPlan,
  facts: ServerFacts,
): Promise<void> {
  facts.capabilities = []
  const offered = await sayHello(connection, name, plan.limits.command, plan.wire?.protocol)
  if (offered === 'dropped') throw connection.failure('connection-lost', 'The server hung up when EHLO was said again.')
  facts.capabilities = offered
}

/** Whether TLS is on now because of STARTTLS. */
async function startTls(connection: Connection, plan: SessionPlan, facts: ServerFacts): Promise<boolean> {
  if (plan.security === 'none' || plan.security === 'tls') return false
  const isRequired = plan.security === 'starttls'
  connection.enter('tls')
  if (!offers(facts.capabilities, 'STARTTLS')) {
    if (isRequired) throw notOffered(connection)
    return stayPlain(connection, 'The server offers no STARTTLS')
  }
  try {
    await upgrade(connection, tlsPlan(plan), (tls) => {
      facts.tls = tls
    })
    return true
  } catch (error) {
    if (isRequired || !(error instanceof SmtpError) || error.failure.kind !== 'starttls-refused') throw error
    return stayPlain(connection, error.message.replace(/\.$/, ''))
  }
}

function stayPlain(connection: Connection, why: string): false {
  connection.tap.event('warning', `${why}: everything from here on travels unencrypted.`, { isPlain: true })
  return false
}

async function logIn(connection: Connection, plan: SessionPlan, facts: ServerFacts): Promise<void> {
  if (plan.login === null) return
  facts.mechanism = await authenticate(connection, {
    login: plan.login,
    secret: plan.login.secret,
    offered: authMechanisms(facts.capabilities),
    isPrivate: facts.tls?.authorized === true || plan.login.allowPlaintext,
    tls: facts.tls,
    hasClientCertificate: facts.tls !== null && plan.certificate.client !== undefined,
    seconds: plan.limits.command,
  })
}

async function stop(connection: Connection, plan: SessionPlan): Promise<null> {
  connection.tap.event('note', `Stopped after ${plan.stopAfter}, as told.`)
  await leave(connection, plan.limits, null, plan.wire?.leave)
  return null
}

const tlsPlan = ({ certificate, trust, limits }: SessionPlan): TlsPlan => ({
  wish: certificate,
  trust,
  seconds: limits.command,
})

function notOffered(connection: Connection): SmtpError {
  const message = `${connection.peer.host} port ${connection.peer.port} does not offer STARTTLS, which the profile requires.`
  return connection.failure('starttls-not-offered', message)
}
