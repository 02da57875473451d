// The mails of many connections: made one after the other, handed out in order and at an even pace, and counted.
import type { BulkCounts } from '#shared/values/bulk.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { createBell } from '../net/index.ts'
import type { MailResult } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { checkEnvelope } from './check-order.ts'
import { createMailOrder } from './mail-order.ts'
import { createPace } from './pace.ts'

/** A mail on its way: `mail` is what is left of it to be sent. */
export type Parcel = {
  readonly index: number
  readonly recipients: readonly string[]
  readonly mail: ComposedMail
  /** What became of the recipients that earlier sessions saw to. */
  readonly before: readonly RecipientOutcome[]
}

export type PoolOrder = {
  readonly count: number
  readonly mail: (index: number) => ComposedMail | Promise<ComposedMail>
  /** Mails a second; null for no limit. */
  readonly rate?: number | null
  readonly mayOvertake: boolean
}

/** One of the connections, in the course of time; `isOpen` while there is a session. */
export type Lane = { readonly number: number; isOpen: boolean }

export type Pool = {
  /** `later`: not now on this connection, but one may come. Null when there is none any more. */
  next(lane: Lane): Promise<Parcel | 'later' | null>
  /** Waits until it is worth asking again; false when that takes longer. */
  wait(lane: Lane, milliseconds: number): Promise<boolean>
  tell(parcel: Parcel, result: MailResult): void
  /** It is certain that it was not sent: it waits at its place for any connection. */
  giveBack(parcel: Parcel): void
  /** Why something ended that is no mail. */
  note(failure: Failure): void
  result(): BulkCounts & { readonly failure: Failure | null }
}

type Fate = keyof BulkCounts

/** Mails that are made and held back because of their order; more are not made before one of them goes. */
const mostWaiting = 256

/** `onCounts` hears of each mail whose fate is known. */
export function createPool(order: PoolOrder, signal: AbortSignal, onCounts?: (counts: BulkCounts) => void): Pool {
  const { count, rate = null, mayOvertake } = order
  const mails = createMailOrder<Parcel>(mayOvertake)
  const pace = createPace(rate)
  const bell = createBell()
  const counts: BulkCounts = { sent: 0, refused: 0, unknown: 0, failed: 0 }
  let first: Failure | null = null
  let made = 0
  let making: Promise<void> | null = null
  /** Connections that are open and wait for a mail: until they ask again, none is opened for it. */
  const idle = new Set<Lane>()
  signal.addEventListener('abort', bell.ring)

  const canMake = () => made < count && mails.waiting.length < mostWaiting
  const isEmpty = () => made === count && making === null && mails.waiting.length === 0
  const isTurn = ({ isOpen }: Lane) => pace.wait() === 0 && (isOpen || idle.size === 0)
  const isReady = (lane: Lane) =>
    signal.aborted || isEmpty() || (isTurn(lane) && (canMake() || mails.find(lane.number) !== null))

  const tally = (fate: Fate, failure: Failure | null) => {
    counts[fate] += 1
    if (fate !== 'sent') first ??= failure
    onCounts?.({ ...counts })
  }

  /** In order, so that it is known to whom the earlier ones go. One that cannot be made is failed, and the next is not worse for it. */
  const make = async () => {
    const index = made
    made += 1
    try {
      const mail = await order.mail(index)
      checkEnvelope(mail.envelope)
      mails.add({ index, recipients: mail.envelope.to, mail, before: [] })
    } catch (error) {
      tally('failed', failureOf(error, 'mail'))
    }
  }

  const makeNext = () =>
    make().finally(() => {
      making = null
      bell.ring()
    })

  const choose = async (lane: Lane): Promise<Parcel | 'later' | null> => {
    for (;;) {
      if (signal.aborted || isEmpty()) return null
      if (!isTurn(lane)) return 'later'
      const parcel = mails.find(lane.number)
      if (parcel !== null) {
        mails.take(parcel, lane.number)
        pace.take()
        return parcel
      }
      if (making === null && !canMake()) return 'later'
      making ??= makeNext()
      await making
    }
  }

  return {
    async next(lane) {
      // Its session may have ended while it waited.
      if (!lane.isOpen && idle.delete(lane)) bell.ring()
      const chosen = await choose(lane)
      if (idle.delete(lane)) bell.ring()
      return chosen
    },
    async wait(lane, milliseconds) {
      const end = performance.now() + milliseconds
      if (lane.isOpen) idle.add(lane)
      while (!isReady(lane)) {
        const left = end - performance.now()
        if (pace.wait() > left || left <= 0) {
          if (idle.delete(lane)) bell.ring()
          return false
        }
        await bell.wait(Math.min(left, pace.wait() || left))
      }
      return true
    },
    tell(parcel, { recipients, failure, left }) {
      const before = [...parcel.before, ...recipients]
      if (left.length > 0) {
        const envelope = { ...parcel.mail.envelope, to: [...left] }
        mails.add({ ...parcel, before, mail: { ...parcel.mail, envelope } })
      } else {
        mails.finish(parcel)
        tally(fateOf(before), failure)
      }
      bell.ring()
    },
    giveBack(parcel) {
      mails.add(parcel)
      bell.ring()
    },
    note(failure) {
      first ??= failure
    },
    result() {
      signal.removeEventListener('abort', bell.ring)
      // Some recipients of a mail that nobody takes to its end have it all the same.
      for (const { before } of mails.waiting) if (before.length > 0) tally(fateOf(before), null)
      const failed = count - counts.sent - counts.refused - counts.unknown
      return { ...counts, failed, failure: counts.sent === count ? null : first }
    },
  }
}

function fateOf(recipients: readonly RecipientOutcome[]): Fate {
  const has = (outcome: string) => recipients.some((one) => one.outcome === outcome)
  if (has('accepted')) return 'sent'
  if (has('unknown')) return 'unknown'
  return recipients.some(({ reply }) => reply !== null) ? 'refused' : 'failed'
}
