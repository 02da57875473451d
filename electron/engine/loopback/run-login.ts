// A login over the wire: challenges out, answers in, each noted with its secret hidden.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '#shared/values/reply.ts'
import type { LogIn } from './acts.ts'
import { type Challenge, decodeBase64, logIn, type Verdict } from './login.ts'
import { replies, reply } from './replies.ts'
import type { Session } from './session.ts'
import { hidden, shownAnswer } from './shown.ts'
import { WireOver } from './waiting.ts'

/** `user` is null when the login failed. */
export type LoginResult = { readonly reply: Reply; readonly user: string | null }

export async function runLogin(session: Session, { mechanism, initial }: LogIn): Promise<LoginResult> {
  const { account } = session.host
  const exchange = logIn(mechanism, account, session.world.behaviour.scramProof === 'false')
  let given = initial
  let turn = exchange.next()
  while (turn.done !== true) {
    const answer = given ?? (await ask(session, turn.value))
    given = null
    if (typeof answer !== 'string') return failed(answer)
    if (answer === '*') return failed(replies.loginCancelled) // RFC 4954 §4
    const octets = decodeBase64(answer)
    if (octets === null) return failed(replies.notBase64)
    turn = exchange.next(octets)
  }
  return resultOf(turn.value, session)
}

/** The answer in base64 as it came, or the reply that refuses it. */
async function ask({ wire, tap, host }: Session, { text, holding, isProof }: Challenge): Promise<string | Reply> {
  wire.say(reply(334, null, Buffer.from(text).toString('base64')), isProof ? '334 [proof hidden]' : undefined)
  await wire.flush()
  const line = await wire.line(host.limits.loginLine, host.limits.commandTime)
  if (line.kind === 'end') throw new WireOver('lost', 'The client closed the connection in the middle of a login.')
  const isWhole = line.kind === 'line' && line.ending === 'crlf'
  const answer = line.octets.toString('latin1')
  tap.line('client', line.octets, line.ending, isWhole ? shownAnswer(answer, holding) : hidden)
  if (line.kind === 'too-long') return replies.loginLineTooLong
  return isWhole ? answer : replies.bareLineFeed
}

async function resultOf(verdict: Verdict, { host, world, lockout }: Session): Promise<LoginResult> {
  const { login, loginDelay, wrongLogins } = world.behaviour
  const { [verdict]: delay = 0 } = loginDelay
  if (delay > 0) await sleep(delay, undefined, { signal: host.signal }).catch(() => undefined)
  if (verdict.startsWith('wrong')) lockout.count()
  const reply = lockout.isShut(wrongLogins) ? replies.lockedOut : login[verdict]
  return { reply, user: reply === replies.loggedIn ? host.account.user : null }
}

const failed = (reply: Reply): LoginResult => ({ reply, user: null })
