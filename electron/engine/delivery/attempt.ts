// One attempt at one host: a session, the mail if there is one, and leaving. Nothing is thrown; all that was learnt is told.
import type { Failure } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { Resolver } from '../dns/index.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { connect, type Tap } from '../net/index.ts'
import {
  leave,
  type MailResult,
  nothingKnown,
  openSession,
  type ServerFacts,
  type Session,
  type SessionPlan,
  sendMail,
} from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { gravest } from './receipt.ts'

export type AttemptTarget = { readonly host: string; readonly port: number; readonly plan: SessionPlan }

export type AttemptTools = {
  readonly tap: Tap
  readonly resolver: Resolver
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
  readonly onProgress: (sent: number, total: number) => void
}

export type Attempt = {
  readonly facts: ServerFacts
  /** Null when the session did not get as far as a mail. */
  readonly result: MailResult | null
  readonly failure: Failure | null
  /** Resolves when we have left the server, which changes nothing any more; never rejects. Absent where we have. */
  readonly left?: Promise<void> | undefined
}

/** `mail`: null for a session that only checks how far it comes. Sessions follow each other while a server's limits leave recipients. */
export async function attempt(target: AttemptTarget, mail: ComposedMail | null, tools: AttemptTools): Promise<Attempt> {
  const first = await attemptOnce(target, mail, tools)
  let whole = first
  while (mail !== null && whole.result !== null && whole.result.left.length > 0) {
    await whole.left
    tools.tap.event('note', 'LIMITS: the server takes no more mails in a session, so another one follows.')
    const rest = { ...mail, envelope: { ...mail.envelope, to: [...whole.result.left] } }
    whole = together(whole.result, await attemptOnce(target, rest, tools))
  }
  return whole
}

async function attemptOnce(target: AttemptTarget, mail: ComposedMail | null, tools: AttemptTools): Promise<Attempt> {
  const facts = nothingKnown()
  try {
    const session = await reach(target, facts, tools)
    if (session === null) return { facts, result: null, failure: null }
    const { stopAfter } = target.plan
    const result = mail === null ? null : await sendMail(session, mail, { stopAfter, onProgress: tools.onProgress })
    const failure = result?.failure ?? null
    return { facts, result, failure, left: leave(session.connection, session.limits, failure, session.wire.leave) }
  } catch (error) {
    return { facts, result: null, failure: failureOf(error, tools.tap.stage) }
  }
}

/** A session that did not get as far as its share leaves the recipients of that share unsent. */
function together(before: MailResult, after: Attempt): Attempt {
  const unsent = before.left.map((address) => ({
    address,
    outcome: 'refused' as const,
    stage: after.failure?.stage ?? ('mail' as const),
    reply: null,
  }))
  const { recipients, left } = after.result ?? { recipients: unsent, left: [] }
  const all = [...before.recipients, ...recipients]
  const isTaken = all.some(({ outcome }) => outcome === 'accepted')
  const failures = [before.failure, after.failure].filter((one) => one !== null)
  const failure = gravest(failures.filter(({ kind }) => !isTaken || kind === 'outcome-unknown'))
  return { ...after, failure, result: { recipients: all, failure, isStopped: before.isStopped, left } }
}

/** An open session, or null when it was told to stop before a mail. */
export function reach(
  { host, port, plan }: AttemptTarget,
  facts: ServerFacts,
  tools: AttemptTools,
): Promise<Session | null> {
  const target = { host, port, seconds: plan.limits.connect, way: plan.way }
  return openSession(plan, () => connect(target, tools.resolver.addresses, tools), facts)
}
