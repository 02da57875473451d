// The acts of the table: what each makes of the session's state, what it says, and what the session does then. Pure:
// no socket and no clock.
import type { Listener } from '#shared/values/loopback.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Command } from './command.ts'
import { readRecipient, readSender } from './envelope.ts'
import { extensions } from './extensions.ts'
import { decodeBase64, isMechanism, type Mechanism, takesInitialResponse } from './login.ts'
import { type Act, type Phase, phases, restingPhase, type Verb } from './phases.ts'
import { recipientRefusals } from './recipient-refusals.ts'
import { replies, reply } from './replies.ts'
import { answerTo, type Behaviour } from './scenarios.ts'

export type State = {
  readonly phase: Phase
  readonly isTls: boolean
  readonly user: string | null
  /** EHLO was said, so MAIL and RCPT may have parameters. */
  readonly hasExtensions: boolean
  readonly envelope: Envelope
}
export type Envelope = {
  readonly from: string
  readonly to: readonly string[]
  readonly isUtf8: boolean
  readonly isBinary: boolean /** How often RCPT was said. */
  readonly asked: number
}

/** What does not change while a session lasts. */
export type World = {
  readonly role: Listener['role']
  readonly behaviour: Behaviour
  /** Whether a greylist sees this sender and recipient for the first time. */
  isNew(sender: string, recipient: string): boolean
}

type Next = 'listen' | 'start TLS' | 'take content' | 'end' | LogIn | Chunk
/** `refusal`: said instead of taking it; its octets are let go. */
export type Chunk = { readonly size: number; readonly isLast: boolean; readonly refusal: Reply | null }
/** `initial` is null when the client waits to be asked. */
export type LogIn = { readonly mechanism: Mechanism; readonly initial: string | null }
export type Step = { readonly state: State; readonly reply: Reply | null; readonly next: Next }

const noEnvelope: Envelope = { from: '', to: [], isUtf8: false, isBinary: false, asked: 0 }

/** RFC 3207 §4.2: a session begins anew when TLS does, and knows nothing of what was said before. */
export const newState = (isTls: boolean): State => ({
  phase: 'unintroduced',
  isTls,
  user: null,
  hasExtensions: false,
  envelope: noEnvelope,
})

/** Against that: what was said before counts inside TLS too. */
export function keptState(state: State, world: World): State {
  const isResting = state.envelope === noEnvelope
  return { ...state, isTls: true, phase: isResting ? restingPhase(world.role, true, state.user) : state.phase }
}

const withoutParameters: readonly Verb[] = ['STARTTLS', 'DATA', 'RSET', 'QUIT']

export function answer(state: State, { verb, argument }: Command, world: World): Step {
  const answer = answerTo(state.phase, verb, world.behaviour)
  if (typeof answer !== 'string') return stay(state, answer)
  if (argument !== '' && withoutParameters.includes(verb)) return stay(state, replies.noParameters)
  return acts[answer](state, argument, world)
}

const acts: Readonly<Record<Act, (state: State, argument: string, world: World) => Step>> = {
  greet(state, name, world) {
    if (!isName(name)) return stay(state, replies.helloWithoutName)
    const phase = restingPhase(world.role, state.isTls, state.user)
    const [anywhere, insideTls] = world.behaviour.added
    const added = state.isTls ? [...anywhere, ...insideTls] : anywhere
    const lines = ['localhost', ...extensions(phase, world.behaviour), ...added]
    const next = { ...state, phase, hasExtensions: true, envelope: noEnvelope }
    return stay(next, reply(250, null, lines.join('\n')))
  },

  'greet plainly'(state, name, world) {
    if (!isName(name)) return stay(state, replies.helloWithoutName)
    const phase = restingPhase(world.role, state.isTls, state.user)
    return stay({ ...state, phase, hasExtensions: false, envelope: noEnvelope }, reply(250, null, 'localhost'))
  },

  'start TLS': (state) => ({ state, reply: replies.startTls, next: 'start TLS' }),

  'log in'(state, argument, world) {
    const [name = '', initial = null, ...more] = argument.split(/[ \t]+/)
    const mechanism = name.toUpperCase()
    if (!isMechanism(mechanism) || !world.behaviour.mechanisms.includes(mechanism))
      return stay(state, replies.unknownMechanism)
    if (more.length > 0) return stay(state, replies.noParameters)
    if (initial === null) return { state, reply: null, next: { mechanism, initial } }
    if (!takesInitialResponse(mechanism)) return stay(state, replies.noParameters)
    const octets = initial === '=' ? '' : initial // RFC 4954 §4
    return decodeBase64(octets) === null
      ? stay(state, replies.notBase64)
      : { state, reply: null, next: { mechanism, initial: octets } }
  },

  'take sender'(state, argument, world) {
    const { parameters, takesBinary } = world.behaviour
    const read = readSender(argument, state.hasExtensions, { takesAny: parameters === 'any', takesBinary })
    if (read.kind === 'refused') return refuse(state, read.reply)
    const envelope = { from: read.address, to: [], isUtf8: read.isUtf8, isBinary: read.isBinary, asked: 0 }
    return stay({ ...state, phase: 'sender', envelope }, replies.senderTaken)
  },

  'take recipient'(before, argument, world) {
    const envelope = { ...before.envelope, asked: before.envelope.asked + 1 }
    const state = { ...before, envelope }
    const read = readRecipient(argument, envelope.isUtf8)
    if (read.kind === 'refused') return refuse(state, read.reply)
    const refusal = recipientRefusals[world.behaviour.recipients](read.address, envelope, world)
    if (refusal !== null) return stay(state, refusal)
    const to = [...envelope.to, read.address]
    return stay({ ...state, phase: 'recipients', envelope: { ...envelope, to } }, replies.recipientTaken)
  },

  // RFC 3030 §3: what is binary has no lines, and so no dot at their end.
  'take content': (state) =>
    state.envelope.isBinary
      ? stay(state, replies.binaryNeedsChunks)
      : { state, reply: replies.sendMail, next: 'take content' },

  'take chunk'(state, argument) {
    const chunk = readChunk(argument)
    if (chunk === null) return stay(state, replies.chunkSyntax)
    return { state: { ...state, phase: 'chunks' }, reply: null, next: { ...chunk, refusal: null } }
  },

  // RFC 3030 §2: the octets are there, and no commands.
  'pass chunk over'(state, argument) {
    const chunk = readChunk(argument)
    if (chunk === null) return stay(state, replies.chunkSyntax)
    const { DATA: reason } = phases[state.phase]
    return { state, reply: null, next: { ...chunk, refusal: typeof reason === 'string' ? replies.mailFirst : reason } }
  },

  reset: (state, _argument, world) => stay(afterMail(state, world), replies.done),

  leave: (state) => ({ state, reply: replies.farewell, next: 'end' }),
}

function readChunk(argument: string): Pick<Chunk, 'size' | 'isLast'> | null {
  const [, digits, last] = /^(\d{1,15})( +LAST)?$/i.exec(argument) ?? []
  return digits === undefined ? null : { size: Number(digits), isLast: last !== undefined }
}

/** After a mail or RSET. RSET before EHLO changes nothing. */
export function afterMail(state: State, world: World): State {
  if (state.phase === 'unintroduced') return state
  return { ...state, phase: restingPhase(world.role, state.isTls, state.user), envelope: noEnvelope }
}

export const loggedIn = (state: State, user: string): State => ({ ...state, user, phase: 'known' })

const stay = (state: State, reply: Reply): Step => ({ state, reply, next: 'listen' })

/** RFC 5321 §3.8: 421 means that the connection is closed. */
const refuse = (state: State, reply: Reply): Step => ({ state, reply, next: reply.code === 421 ? 'end' : 'listen' })

/** Any one word: RFC 5321 §4.1.4 forbids to refuse a client for the name it gives. */
const isName = (argument: string): boolean => /^\S+$/.test(argument)
