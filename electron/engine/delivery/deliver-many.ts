// Sends many mails to a relay over a few connections, each of them kept for as many mails as it bears.
import { placeName } from '#shared/address/index.ts'
import type { BulkCounts, BulkResult } from '#shared/values/bulk.ts'
import type { Failure } from '#shared/values/failure.ts'
import { checkWire, leave, type MailSource, nothingKnown, type Session, sendMails } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { type AttemptTarget, type AttemptTools, reach } from './attempt.ts'
import { checkAccessible } from './check-order.ts'
import type { DeliveryOrder, DeliveryTools } from './order.ts'
import { createPool, type Lane, type Parcel, type Pool, type PoolOrder } from './pool.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

/** Mail number `index` is counted from 0; rate, order and connections are those of the whole. */
export type ManyOrder = Omit<DeliveryOrder, 'mail' | 'stopAfter'> &
  PoolOrder & {
    readonly connections: number
    /** Mails that may be on their way at once over a connection; 1 without it. What is uncertain when it breaks grows with it. */
    readonly window?: number
    /** Mails after which a connection says QUIT and another follows; null for as many as the server bears. */
    readonly mailsPerConnection?: number | null
  }

export type ManyTools = DeliveryTools & {
  /** What is known so far, each time that the fate of a mail is. */
  readonly onCounts?: (counts: BulkCounts) => void
}

/** Through a relay alone. Never throws for trouble with peers or networks; mails that were not tried count as failed. */
export async function deliverMany(order: ManyOrder, tools: ManyTools): Promise<BulkResult> {
  const began = performance.now()
  const pool = createPool(order, tools.signal, tools.onCounts)
  const connections = Math.max(1, Math.min(order.connections, order.count))
  try {
    checkAccessible(order.access)
    if (order.wire !== undefined) checkWire(order.wire)
    const lanes = Array.from({ length: connections }, (_, number): Lane => ({ number, isOpen: false }))
    await Promise.all(lanes.map((lane) => keepSending(lane, { order, pool }, tools)))
  } catch (error) {
    pool.note(failureOf(error, 'input'))
  }
  const seconds = (performance.now() - began) / 1000
  const { sent, refused, unknown, failed, failure } = pool.result()
  return {
    sent,
    refused,
    unknown,
    failed,
    seconds,
    messagesPerSecond: seconds > 0 ? sent / seconds : 0,
    connections,
    failure,
  }
}

/** Milliseconds for which a connection is kept without a mail; RFC 5321 §4.5.3.2.7 has servers wait longer, many do not. */
const longestIdle = 30_000

type Work = { readonly order: ManyOrder; readonly pool: Pool }

/** One connection after the other, until no mail is left or the server cannot be reached. */
async function keepSending(lane: Lane, { order, pool }: Work, tools: DeliveryTools): Promise<void> {
  const { access } = order
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const session: Recorded = { tools, clock, transcripts: [], leaving: [] }
  const target = { host: bareHost(access.host), port: access.port, plan: relayPlan(access, planOptions(order, null)) }
  for (;;) {
    const parcel = await pool.next(lane)
    if (parcel === null) return
    if (parcel === 'later') {
      await pool.wait(lane, Number.POSITIVE_INFINITY)
      continue
    }
    const { wasReached } = await recorded(placeName(target), session, (inner) =>
      sendOverOne({ lane, order, pool, target, parcel }, inner),
    )
    if (!wasReached) return
  }
}

/** `parcel` was handed out before there was a connection. */
type Trip = Work & { readonly lane: Lane; readonly target: AttemptTarget; readonly parcel: Parcel }
type End = { readonly failure: Failure | null; readonly wasReached: boolean }

async function sendOverOne(trip: Trip, tools: AttemptTools): Promise<End> {
  const { lane, pool, target, parcel } = trip
  const opened = await reach(target, nothingKnown(), tools).catch((error: unknown) => failureOf(error, tools.tap.stage))
  if (opened === null || 'kind' in opened) {
    // Another connection may fare better.
    pool.giveBack(parcel)
    if (opened !== null) pool.note(opened)
    return { failure: opened, wasReached: false }
  }
  lane.isOpen = true
  const failure = await sendOver(opened, trip, tools)
  lane.isOpen = false
  if (failure !== null) pool.note(failure)
  return { failure, wasReached: true }
}

async function sendOver(session: Session, trip: Trip, { onProgress }: AttemptTools): Promise<Failure | null> {
  const { window = 1, mailsPerConnection } = trip.order
  const mails = mailsPerConnection ?? Number.POSITIVE_INFINITY
  const failure = await sendMails(session, sourceOf(trip), { window, mails, onProgress })
  await leave(session.connection, session.limits, failure, session.wire.leave)
  return failure
}

function sourceOf({ lane, pool, parcel: start }: Trip): MailSource<Parcel> {
  let first: Parcel | null = start
  return {
    async next() {
      const parcel = first ?? (await pool.next(lane))
      first = null
      return parcel === null || parcel === 'later' ? parcel : { key: parcel, mail: parcel.mail }
    },
    wait: () => pool.wait(lane, longestIdle),
    tell: pool.tell,
    giveBack: pool.giveBack,
  }
}
