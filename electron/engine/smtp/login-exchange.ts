// One exchange of AUTH (RFC 4954 §4): challenges and responses in base64, and no secret in any entry.
import type { FailureKind } from '#shared/values/failure.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Connection } from '../net/index.ts'
import { auth, authResponse, type Command } from './command.ts'
import { exchange } from './exchange.ts'
import { type LoginSecrets, loginSecrets } from './login-secrets.ts'
import type { SaslMechanism, SaslResponse, SaslStep } from './sasl/index.ts'

export type LoginEnd =
  | { readonly kind: 'logged-in' }
  /** `reason`: what the server said of it before its reply; null when it said nothing. */
  | { readonly kind: 'refused'; readonly reply: Reply; readonly reason: string | null }
  /** The mechanism cannot be used here, and has been cancelled. */
  | { readonly kind: 'unsuitable'; readonly reply: Reply; readonly reason: string }

type Terms = { readonly secret: string; readonly seconds: number }

/** Throws when the server goes off the rules of the mechanism, or proves to be somebody else. */
export async function converse(connection: Connection, mechanism: SaslMechanism, terms: Terms): Promise<LoginEnd> {
  const secrets = loginSecrets(connection, terms.secret)
  secrets.cover('challenge')
  try {
    return await run({ connection, mechanism, secrets, seconds: terms.seconds })
  } finally {
    secrets.uncover()
  }
}

type Exchange = {
  readonly connection: Connection
  readonly mechanism: SaslMechanism
  readonly secrets: LoginSecrets
  readonly seconds: number
}

/** More challenges than any mechanism has; a server must not keep us here for ever. */
const maxChallenges = 10

async function run(login: Exchange): Promise<LoginEnd> {
  const { connection, mechanism, secrets, seconds } = login
  let reply = await exchange(connection, opening(login), seconds)
  let reason: string | null = null
  for (let index = 0; reply.code === 334; index += 1) {
    const step = index < maxChallenges ? await take(mechanism, reply, index) : unexpected('endless challenges')
    if (step.kind !== 'response') return cancel(login, step)
    if (step.note !== null) connection.tap.event('note', secrets.without(step.note))
    if (step.refusal !== null) reason = secrets.without(step.refusal)
    const command = authResponse(encode(login, step.response), step.response.shown)
    secrets.cover(step.isProofNext ? 'proof' : 'challenge')
    reply = await exchange(connection, command, seconds)
  }
  if (reply.code !== 235) return { kind: 'refused', reply, reason }
  const doubt = mechanism.doubt?.() ?? null
  if (doubt !== null) throw failed(login, 'login-server-unproven', reply, doubt)
  return { kind: 'logged-in' }
}

function opening(login: Exchange): Command {
  const { name, initial } = login.mechanism
  if (initial === null) return auth(name, null, null)
  const command = auth(name, encode(login, initial), initial.shown)
  // RFC 4954 §4: a response that makes the line too long waits for the server's first, empty challenge.
  return command.wire.length > maxCommandLine ? auth(name, null, null) : command
}

/** RFC 5321 §4.5.3.1.4: 512 octets with the CRLF, for AUTH too; the lines behind it may be longer. */
const maxCommandLine = 510

async function take(mechanism: SaslMechanism, { text }: Reply, index: number): Promise<SaslStep> {
  const challenge = decodeBase64(text)
  return challenge === null ? unexpected('the challenge is not base64') : mechanism.answer(challenge, index)
}

const unexpected = (reason: string): SaslStep => ({ kind: 'unexpected', reason })

/** What gives the secret away is hidden in the server's words too, before it is sent. */
function encode({ secrets }: Exchange, { octets, isSecret }: SaslResponse): string {
  const base64 = octets.toString('base64')
  if (isSecret) secrets.add(base64)
  return base64
}

function decodeBase64(text: string): Buffer | null {
  const trimmed = text.trim()
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(trimmed)
    ? Buffer.from(trimmed, 'base64')
    : null
}

/** RFC 4954 §4: `*` ends an exchange that cannot go on. */
async function cancel(login: Exchange, { kind, reason }: Exclude<SaslStep, { kind: 'response' }>): Promise<LoginEnd> {
  const { connection, mechanism, secrets, seconds } = login
  const reply = await exchange(connection, authResponse('*', '*'), seconds)
  const why = secrets.without(reason)
  if (kind !== 'unsuitable') throw failed(login, failureKinds[kind], reply, why)
  connection.tap.event('note', `${mechanism.name} cannot be used here: ${why}.`)
  return { kind, reply, reason: why }
}

const failureKinds = { unexpected: 'login-protocol-error', distrusted: 'login-server-unproven' } as const

function failed({ connection, mechanism: { name } }: Exchange, kind: FailureKind, reply: Reply, reason: string) {
  return connection.failure(kind, `The login by ${name} was cancelled: ${reason}.`, {
    reply,
    facts: { mechanism: name, reason },
  })
}
