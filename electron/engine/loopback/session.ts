// One session: reads a line, asks the table, does what it says, answers. What is allowed when is in phases.ts, what it
// means in acts.ts; here are the order of things on the wire and the transcript.
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SecureContext } from 'node:tls'
import type { Listener } from '#shared/values/loopback.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Scenario } from '#shared/values/scenarios.ts'
import { createTap, type Recording, type Tap } from '../net/tap.ts'
import {
  afterMail,
  answer,
  type Chunk,
  keptState,
  loggedIn,
  newState,
  type State,
  type Step,
  type World,
} from './acts.ts'
import { type ChunkedMail, createChunkedMail } from './chunked-mail.ts'
import { isTlsHello } from './command.ts'
import { giveUp } from './give-up.ts'
import type { Greylist } from './greylist.ts'
import { createHearing, type Heard, type Hearing } from './hearing.ts'
import type { Limits } from './limits.ts'
import type { Lockout } from './lockout.ts'
import type { Account } from './login.ts'
import type { LoopbackTools } from './options.ts'
import type { Verb } from './phases.ts'
import { replies } from './replies.ts'
import { runLogin } from './run-login.ts'
import { behaviours } from './scenarios.ts'
import { takeMail } from './take-mail.ts'
import { Wire } from './wire.ts'

/** What all sessions of a server share. */
export type Host = {
  readonly tools: LoopbackTools
  readonly account: Account
  readonly secureContext: SecureContext
  readonly limits: Limits
  readonly signal: AbortSignal
}

/** What this one brings along. */
export type Visit = {
  readonly role: Listener['role']
  readonly port: number
  readonly client: { readonly address: string; readonly port: number }
  readonly scenario: Scenario
  readonly greylist: Greylist
  readonly lockout: Lockout
  /** There are too many sessions already. */
  readonly isCrowded: boolean
}

export type Session = {
  readonly host: Host
  readonly world: World
  readonly lockout: Lockout
  readonly wire: Wire
  readonly tap: Tap
  readonly transcriptId: string
  readonly chunked: ChunkedMail
}

export type Outcome = Parameters<Recording['end']>[0]

/** Resolves when the connection is closed; never rejects. */
export async function serve(socket: Duplex, visit: Visit, host: Host): Promise<void> {
  const { client, scenario, lockout } = visit
  const recording = host.tools.recorder.begin(clientName(client))
  const tap = createTap(recording)
  const behaviour = behaviours[scenario]
  const { delay, drainDelay, spoil, trickles, patience } = behaviour
  const { signal } = host
  const limits = patience === null ? host.limits : { ...host.limits, commandTime: patience }
  const wire = new Wire(socket, { tap, limits, delay, drainDelay, spoil, trickles, signal })
  const isNew = (sender: string, recipient: string) => visit.greylist.isNew(client.address, sender, recipient)
  const world = { role: visit.role, behaviour, isNew }
  const parts = { host: { ...host, limits }, world, lockout, wire, tap, transcriptId: recording.id }
  const session = { ...parts, chunked: createChunkedMail(parts) }
  describeVisit(tap, visit)
  const outcome = await converse(session, visit.isCrowded).catch((error: unknown) => giveUp(session, error))
  await session.chunked.letGo()
  recording.end(outcome)
}

async function converse(session: Session, isCrowded: boolean): Promise<Outcome> {
  const { wire, tap, world, host } = session
  if (world.role === 'submissions' || world.behaviour.isTlsFirst) await secure(session)
  tap.stage = 'greeting'
  const greeting = isCrowded ? replies.tooManySessions : world.behaviour.greeting
  const { greetingDelay } = world.behaviour
  if (greetingDelay > 0) await sleep(greetingDelay, undefined, { signal: host.signal }).catch(() => undefined)
  wire.say(greeting)
  await wire.flush()
  if (greeting.code === 421) return leave(session, 'failed')
  const first = await wire.beginning(host.limits.commandTime)
  if (first !== null && isTlsHello(first)) {
    tap.event('warning', 'The client began TLS, but this port begins in plain text and offers STARTTLS.')
    return leave(session, 'failed')
  }
  return converseOn(session, createHearing(session))
}

async function converseOn(session: Session, hearing: Hearing): Promise<Outcome> {
  const { wire, tap, world } = session
  let state = newState(tap.isTls)
  for (;;) {
    const heard = await hearing.next()
    if (heard.kind === 'end') {
      tap.event('close', 'The client closed the connection without QUIT.')
      return leave(session, state.envelope.to.length === 0 ? 'ok' : 'failed')
    }
    const step = await carryOut(
      session,
      heard.kind === 'command' ? answer(state, heard.command, world) : { state, ...heard },
    )
    if (step === 'drop') {
      wire.drop()
      return 'failed'
    }
    if (step.reply !== null) wire.say(step.reply)
    if (step.next === 'end') return leave(session, step.reply === replies.farewell ? 'ok' : 'failed')
    if (hearing.isEnough(step.reply)) {
      wire.say(replies.tooManyMistakes)
      return leave(session, 'failed')
    }
    if (!mayWait(heard, session)) await wire.flush()
    state = step.state
    if (state.phase !== 'chunks') await session.chunked.letGo()
  }
}

/** Does what the table's answer asks for beyond a reply; what is left of the step is the reply to it. */
async function carryOut(session: Session, step: Step): Promise<Step | 'drop'> {
  const { world } = session
  switch (step.next) {
    case 'listen':
    case 'end':
      return step
    case 'start TLS':
      return startTls(session, step)
    case 'take content': {
      const { behindData } = world.behaviour
      await sayNow(session, step.reply)
      if (behindData !== null) return { state: step.state, reply: behindData, next: 'end' }
      const reply = await takeMail(session, step.state)
      return reply === 'drop' ? 'drop' : { state: afterMail(step.state, world), reply, next: 'listen' }
    }
    default: {
      if ('size' in step.next) return takeChunk(session, step.state, step.next)
      const { reply, user } = await runLogin(session, step.next)
      return { state: user === null ? step.state : loggedIn(step.state, user), reply, next: 'listen' }
    }
  }
}

/** The last chunk ends the mail, and so does one that is refused. */
async function takeChunk({ chunked, world }: Session, state: State, chunk: Chunk): Promise<Step> {
  const reply = await chunked.take(state, chunk)
  const isOver = chunk.refusal === null && (chunk.isLast || reply.code >= 400)
  return { state: isOver ? afterMail(state, world) : state, reply, next: 'listen' }
}

async function startTls(session: Session, step: Step): Promise<Step | 'drop'> {
  const { wire, tap, world } = session
  const { starttls } = world.behaviour
  // What came with STARTTLS was not secured and could have been put there by anyone: it is never looked at.
  if (wire.hasInput() && starttls !== 'keeps plain text') {
    tap.event('warning', 'Something came in plain text after STARTTLS and before TLS (command injection).')
    return { state: step.state, reply: replies.plaintextAfterStartTls, next: 'end' }
  }
  await sayNow(session, step.reply)
  if (starttls === 'drop') return 'drop'
  if (starttls === 'garbage' || starttls === 'injected') wire.sayOctets(spoiledStarts[starttls])
  await secure(session)
  const state = starttls === 'keeps state' ? keptState(step.state, world) : newState(true)
  return { state, reply: null, next: 'listen' }
}

/** What stands behind the 220 where nothing may. */
const spoiledStarts = { garbage: 'this is no handshake\r\n', injected: '250 2.0.0 Injected\r\n' }

async function secure({ wire, tap, host }: Session): Promise<void> {
  tap.stage = 'tls'
  const secured = await wire.secure(host.secureContext)
  tap.isTls = true
  const version = secured.getProtocol() ?? 'TLS'
  const cipher = secured.getCipher().standardName
  tap.event('tls', `${version} with ${cipher}.`, { version, cipher })
}

async function sayNow({ wire }: Session, reply: Reply | null): Promise<void> {
  if (reply !== null) wire.say(reply)
  await wire.flush()
}

async function leave({ wire }: Session, outcome: Outcome): Promise<Outcome> {
  await wire.flush()
  await wire.end()
  return outcome
}

/** RFC 2920 §3.2: only the replies to these may be held back, to go out together with the next. */
const grouped: readonly Verb[] = ['MAIL', 'RCPT', 'RSET']
const mayWait = (heard: Heard, { wire, world }: Session): boolean =>
  heard.kind === 'command' && grouped.includes(heard.command.verb) && world.behaviour.delay === 0 && wire.hasLine()

function clientName({ address, port }: Visit['client']): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

function describeVisit(tap: Tap, { client, port, role, scenario }: Visit): void {
  const facts = { address: client.address, clientPort: client.port, port, role, scenario }
  tap.event('connect', `${clientName(client)} connected to port ${port} (${role}).`, facts)
  if (scenario !== 'none') tap.event('note', `The scenario “${scenario}” is on.`, { scenario })
}
