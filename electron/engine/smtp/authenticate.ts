// AUTH (RFC 4954): the mechanisms that fit are tried one after the other, until credentials are taken or refused.

import { randomBytes } from 'node:crypto'
import type { FailureKind } from '#shared/values/failure.ts'
import { type Mechanism, takesToken } from '#shared/values/mechanisms.ts'
import type { Login } from '#shared/values/profile.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import type { Connection } from '../net/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import { converse } from './login-exchange.ts'
import { chooseMechanisms, isBound } from './mechanism-choice.ts'
import { inWords, isTransient } from './reply-class.ts'
import { bindingFor, type ChannelBinding, channelBindings, createMechanism } from './sasl/index.ts'

export type LoginPlan = {
  readonly login: Login
  /** Empty for a mechanism that needs none. */
  readonly secret: string
  readonly offered: readonly string[]
  /** Whether the secret may travel here. */
  readonly isPrivate: boolean
  readonly tls: TlsDetail | null
  readonly hasClientCertificate: boolean
  readonly seconds: number
}

/** The mechanism that the server took. */
export async function authenticate(connection: Connection, plan: LoginPlan): Promise<Mechanism> {
  connection.enter('auth')
  const { login, offered } = plan
  const bindings = channelBindings(plan.tls, (length, label) => connection.exportKey(length, label))
  const canBind = bindings.length > 0
  const choice = chooseMechanisms(login, { ...plan, canBind })
  if (choice.kind === 'none') throw nothingToTry(connection, plan, choice.reason)
  let last: Attempt | null = null
  for (const { name, chosen } of choice.mechanisms.flatMap((name) => withBindings(name, bindings))) {
    const binding = bindingFor(chosen, { offered, canBind })
    const mechanism = await createMechanism(name, { ...contextOf(connection, plan), binding })
    const end = await converse(connection, mechanism, plan)
    if (end.kind === 'logged-in') return name
    last = { name, ...end }
    if (end.kind === 'refused' && !isMechanismRefused(end.reply)) break
  }
  throw last === null ? nothingToTry(connection, plan, 'unavailable') : refusal(connection, plan, last)
}

type Attempt = {
  readonly name: Mechanism
  readonly kind: 'refused' | 'unsuitable'
  readonly reply: Reply
  readonly reason: string | null
}
type Try = { readonly name: Mechanism; readonly chosen: ChannelBinding | null }

/** A -PLUS mechanism is tried with each binding, as servers know one or the other. */
const withBindings = (name: Mechanism, bindings: readonly ChannelBinding[]): readonly Try[] =>
  isBound(name) ? bindings.map((chosen) => ({ name, chosen })) : [{ name, chosen: null }]

const contextOf = ({ peer }: Connection, { login, secret }: LoginPlan) => ({
  user: login.user,
  secret,
  host: peer.host,
  port: peer.port,
  random: randomBytes,
  now: () => new Date(),
})

/**
 * RFC 4954 §6: the mechanism is unknown or too weak. Postfix with Cyrus SASL says 535 for that, with words that tell.
 * After refused credentials nothing else is tried: accounts get locked.
 */
const isMechanismRefused = ({ code, text }: Reply): boolean =>
  code === 504 || code === 534 || (code === 535 && /no mechanism available/i.test(text))

function refusal(connection: Connection, plan: LoginPlan, { name, kind, reply, reason }: Attempt): SmtpError {
  if (kind === 'unsuitable') {
    const why = reason ?? inWords(reply)
    return connection.failure('login-protocol-error', `The login by ${name} was cancelled: ${why}.`, {
      reply,
      facts: { mechanism: name, reason: why },
    })
  }
  const words = reason === null ? inWords(reply) : `${reason}; ${inWords(reply)}`
  const message = `${connection.peer.host} refuses the login of ${plan.login.user} by ${name}: ${words}.`
  return connection.failure(refusalKind(reply, name), message, {
    reply,
    facts: { mechanism: name, mechanisms: plan.offered.join(', '), reason: reason ?? inWords(reply), command: 'AUTH' },
  })
}

/** RFC 4954 §6 */
function refusalKind(reply: Reply, name: Mechanism): FailureKind {
  if (isTransient(reply)) return 'login-temporarily-refused'
  if (reply.code === 538 || (reply.code === 530 && /tls|encrypt/i.test(reply.text))) return 'login-needs-tls'
  if (isMechanismRefused(reply) && reply.code !== 534) return 'login-mechanism-unavailable'
  if (reply.code < 500 || reply.code > 599) return 'login-protocol-error'
  return takesToken(name) ? 'login-token-refused' : 'login-refused'
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
