// AUTH (RFC 4954): the mechanisms that fit are tried one after the other, until credentials are taken or refused.

import type { FailureKind } from '#shared/values/failure.ts'
import type { Login, Mechanism } from '#shared/values/profile.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Connection } from '../net/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import { auth, authResponse, type Command } from './command.ts'
import { exchange } from './exchange.ts'
import { chooseMechanisms } from './mechanism-choice.ts'
import { inWords, isTransient } from './reply-class.ts'
import { createMechanism, type SaslMechanism, type SaslResponse } from './sasl/index.ts'

export type LoginPlan = {
  readonly login: Login
  readonly secret: string
  readonly offered: readonly string[]
  /** Whether the secret may travel here. */
  readonly isPrivate: boolean
  readonly seconds: number
}

/** The mechanism that the server took. */
export async function authenticate(connection: Connection, plan: LoginPlan): Promise<Mechanism> {
  connection.enter('auth')
  const choice = chooseMechanisms(plan.login, plan.offered, plan.isPrivate)
  if (choice.kind === 'none') throw nothingToTry(connection, plan, choice.reason)
  let last: Attempt | null = null
  for (const name of choice.mechanisms) {
    const mechanism = createMechanism(name, { user: plan.login.user, secret: plan.secret })
    connection.hide([plan.secret, Buffer.from(plan.secret).toString('base64')])
    const reply = await converse(connection, mechanism, plan.seconds)
    if (reply.code === 235) return name
    last = { name, reply }
    if (!isMechanismRefused(reply)) break
  }
  throw refusal(connection, plan, last)
}

type Attempt = { readonly name: Mechanism; readonly reply: Reply }

/** RFC 4954 §6: the mechanism is unknown or too weak. After refused credentials nothing else is tried: accounts get locked. */
const isMechanismRefused = ({ code }: Reply): boolean => code === 504 || code === 534

/** More challenges than any mechanism has; a server must not keep us here for ever. */
const maxChallenges = 10

async function converse(connection: Connection, mechanism: SaslMechanism, seconds: number): Promise<Reply> {
  let reply = await exchange(connection, opening(connection, mechanism), seconds)
  for (let index = 0; reply.code === 334; index += 1) {
    const command = index < maxChallenges ? answer(connection, mechanism, reply, index) : 'endless challenges'
    if (typeof command === 'string') return cancel(connection, mechanism, command, seconds)
    reply = await exchange(connection, command, seconds)
  }
  return reply
}

function opening(connection: Connection, { name, initial }: SaslMechanism): Command {
  if (initial === null) return auth(name, null, null)
  const response = encode(connection, initial)
  // RFC 4954 §4: a response that makes the line too long waits for the server's first, empty challenge.
  return response.length > maxInitialResponse ? auth(name, null, null) : auth(name, response, initial.shown)
}

/** RFC 4954 §4.3: AUTH lines have up to 12,288 octets. */
const maxInitialResponse = 12_000

/** The command, or why there is none. */
function answer(connection: Connection, mechanism: SaslMechanism, { text }: Reply, index: number): Command | string {
  const challenge = decodeBase64(text)
  if (challenge === null) return 'the challenge is not base64'
  const step = mechanism.answer(challenge, index)
  if (step.kind === 'unexpected') return step.reason
  if (step.note !== null) connection.tap.event('note', step.note)
  return authResponse(encode(connection, step.response), step.response.shown)
}

/** What gives the secret away is hidden in the server's words too, before it is sent. */
function encode(connection: Connection, { octets, isSecret }: SaslResponse): string {
  const base64 = octets.toString('base64')
  if (isSecret) connection.hide([base64])
  return base64
}

function decodeBase64(text: string): Buffer | null {
  const trimmed = text.trim()
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(trimmed)
    ? Buffer.from(trimmed, 'base64')
    : null
}

/** RFC 4954 §4: `*` ends an exchange that cannot go on. */
async function cancel(
  connection: Connection,
  { name }: SaslMechanism,
  reason: string,
  seconds: number,
): Promise<never> {
  const reply = await exchange(connection, authResponse('*', '*'), seconds)
  throw connection.failure('login-protocol-error', `The login by ${name} was cancelled: ${reason}.`, {
    reply,
    facts: { mechanism: name, reason },
  })
}

function refusal(connection: Connection, plan: LoginPlan, attempt: Attempt | null): SmtpError {
  if (attempt === null) return nothingToTry(connection, plan, 'unavailable')
  const { name, reply } = attempt
  const message = `${connection.peer.host} refuses the login of ${plan.login.user} by ${name}: ${inWords(reply)}.`
  return connection.failure(refusalKind(reply), message, {
    reply,
    facts: { mechanism: name, mechanisms: plan.offered.join(', '), reason: inWords(reply), command: 'AUTH' },
  })
}

/** RFC 4954 §6 */
function refusalKind(reply: Reply): FailureKind {
  if (isTransient(reply)) return 'login-temporarily-refused'
  if (reply.code === 538 || (reply.code === 530 && /tls|encrypt/i.test(reply.text))) return 'login-needs-tls'
  if (reply.code === 504) return 'login-mechanism-unavailable'
  return reply.code >= 500 && reply.code < 600 ? 'login-refused' : 'login-protocol-error'
}

const nothingWords = {
  'not-offered': ['login-not-offered', 'offers no login here'],
  unavailable: ['login-mechanism-unavailable', 'offers no mechanism that the profile can use'],
  'needs-tls': [
    'login-needs-tls',
    'offers only mechanisms that would show the password to anyone on the way; it was not sent',
  ],
} as const satisfies Record<string, readonly [FailureKind, string]>

function nothingToTry(
  connection: Connection,
  { login, offered }: LoginPlan,
  reason: keyof typeof nothingWords,
): SmtpError {
  const [kind, words] = nothingWords[reason]
  return connection.failure(kind, `${connection.peer.host} port ${connection.peer.port} ${words}.`, {
    facts: { mechanisms: offered.join(', '), mechanism: login.mechanism },
  })
}
