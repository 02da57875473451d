// Sends many mails to a relay over a few connections, each of them kept for as many mails as it bears.
import type { Failure } from '#shared/values/failure.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { checkWire, leave, type MailResult, type MailSource, nothingKnown, sendMails } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { type AttemptTools, reach } from './attempt.ts'
import { checkAccessible, checkEnvelope } from './check-order.ts'
import type { DeliveryOrder, DeliveryTools } from './order.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, placeName, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

export type ManyOrder = Omit<DeliveryOrder, 'mail' | 'stopAfter'> & {
  readonly count: number
  readonly connections: number
  /** Mails that may be on their way at once over a connection; 1 without it. What is uncertain when it breaks grows with it. */
  readonly window?: number
  /** Mail number `index`, counted from 0: the same one with a Message-ID of its own. */
  readonly mail: (index: number) => ComposedMail | Promise<ComposedMail>
}

export type ManyResult = {
  /** Mails that at least one recipient got; `refused` by the server; `unknown`; `failed` before the server judged them. */
  readonly sent: number
  readonly refused: number
  readonly unknown: number
  readonly failed: number
  readonly seconds: number
  readonly messagesPerSecond: number
  readonly connections: number
  /** The first failure, for the one sentence that explains the figures. */
  readonly failure: Failure | null
}

type Fate = 'sent' | 'refused' | 'unknown' | 'failed'
type Work = {
  readonly order: ManyOrder
  next(): number | null
  /** It is certain that the mail was not sent: another connection takes it. */
  giveBack(index: number): void
  tell(fate: Fate, failure: Failure | null): void
  note(failure: Failure): void
}

/** Through a relay alone. Never throws for trouble with peers or networks; mails that were not tried count as failed. */
export async function deliverMany(order: ManyOrder, tools: DeliveryTools): Promise<ManyResult> {
  const began = performance.now()
  const counts: Record<Fate, number> = { sent: 0, refused: 0, unknown: 0, failed: 0 }
  let handedOut = 0
  const givenBack: number[] = []
  let first: Failure | null = null
  const work: Work = {
    order,
    next() {
      if (tools.signal.aborted) return null
      return givenBack.shift() ?? (handedOut < order.count ? handedOut++ : null)
    },
    giveBack: (index) => void givenBack.push(index),
    tell(fate, failure) {
      counts[fate] += 1
      first ??= failure
    },
    note(failure) {
      first ??= failure
    },
  }
  const connections = Math.max(1, Math.min(order.connections, order.count))
  try {
    checkAccessible(order.access)
    if (order.wire !== undefined) checkWire(order.wire)
    await Promise.all(Array.from({ length: connections }, () => keepSending(work, tools)))
  } catch (error) {
    first ??= failureOf(error, 'input')
  }
  const seconds = (performance.now() - began) / 1000
  const failed = order.count - counts.sent - counts.refused - counts.unknown
  return { ...counts, failed, seconds, messagesPerSecond: counts.sent / seconds, connections, failure: first }
}

/** One connection after the other, until no mail is left or the server cannot be reached. */
async function keepSending(work: Work, tools: DeliveryTools): Promise<void> {
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const session: Recorded = { tools, clock, transcripts: [], leaving: [] }
  const place = placeName({ host: bareHost(work.order.access.host), port: work.order.access.port })
  for (let index = work.next(); index !== null; ) {
    const start = index
    const end = await recorded(place, session, (inner) => sendOverOne(work, start, inner))
    if (!end.wasReached) return
    index = work.next()
  }
}

type End = { readonly failure: Failure | null; readonly wasReached: boolean }

async function sendOverOne(work: Work, start: number, tools: AttemptTools): Promise<End> {
  const { access, window = 1 } = work.order
  const target = {
    host: bareHost(access.host),
    port: access.port,
    plan: relayPlan(access, planOptions(work.order, null)),
  }
  try {
    const session = await reach(target, nothingKnown(), tools)
    if (session === null) return { failure: null, wasReached: false }
    const failure = await sendMails(session, sourceOf(work, start, tools), { window, onProgress: tools.onProgress })
    await leave(session.connection, session.limits, failure)
    if (failure !== null) work.note(failure)
    return { failure, wasReached: true }
  } catch (error) {
    const failure = failureOf(error, tools.tap.stage)
    work.note(failure)
    return { failure, wasReached: false }
  }
}

/** `start` was handed out before there was a connection. */
function sourceOf(work: Work, start: number, tools: AttemptTools): MailSource<number> {
  let first: number | null = start
  const nextIndex = () => {
    const index = first ?? work.next()
    first = null
    return index
  }
  return {
    async next() {
      for (let index = nextIndex(); index !== null; index = nextIndex()) {
        const mail = await made(work, index, tools)
        if (mail !== null) return { key: index, mail }
      }
      return null
    },
    tell: (_index, result) => work.tell(fateOf(result), result.failure),
    giveBack: work.giveBack,
  }
}

/** A mail that cannot be made, or sent to its envelope, is failed, and the next one is not worse for it. */
async function made(work: Work, index: number, { tap }: AttemptTools): Promise<ComposedMail | null> {
  try {
    const mail = await work.order.mail(index)
    checkEnvelope(mail.envelope)
    return mail
  } catch (error) {
    work.tell('failed', failureOf(error, tap.stage))
    return null
  }
}

function fateOf({ recipients }: MailResult): Fate {
  const has = (outcome: string) => recipients.some((one) => one.outcome === outcome)
  if (has('accepted')) return 'sent'
  if (has('unknown')) return 'unknown'
  return recipients.some(({ reply }) => reply !== null) ? 'refused' : 'failed'
}
