// Many mails over one session, some of them written ahead of the replies to those before (RFC 2920 §3.1). One loop writes
// and reads in the order of the wire; what is certain of each mail is told in that order too.
import { setImmediate as turn } from 'node:timers/promises'
import type { Failure } from '#shared/values/failure.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import type { Connection } from '../net/index.ts'
import { SmtpError } from '../smtp-error.ts'
import { announce, fitsOneWrite } from './envelope.ts'
import { refuseUnasked } from './exchange.ts'
import { serverLimits, shareRecipients } from './extensions/limits.ts'
import { canGoOn } from './leave.ts'
import { conclude, handOver, notPrepared, sendMail } from './send-mail.ts'
import type { Session } from './session.ts'
import {
  leavesWhole,
  type MailOptions,
  type MailResult,
  placed,
  prepare,
  resultOf,
  type Transaction,
} from './transaction.ts'

export type Taken<Key> = { readonly key: Key; readonly mail: ComposedMail }

export type MailSource<Key> = {
  /** `later`: not now, but one may come. Null when there is none any more. */
  next(): Promise<Taken<Key> | 'later' | null>
  /** Waits until it is worth asking again; false where the session is better left meanwhile. */
  wait(): Promise<boolean>
  /** Recipients in `result.left` need another session. */
  tell(key: Key, result: MailResult): void
  /** The mail was taken from the source, and is certainly not with the server: it may be sent by another session. */
  giveBack(key: Key): void
}

export type FlightPlan = {
  /**
   * Mails that may be with the server without a verdict: so many are uncertain when a session breaks. The envelope of the
   * next one may leave behind them.
   */
  readonly window: number
  /** Mails that the session is to carry at most. */
  readonly mails: number
  readonly onProgress: MailOptions['onProgress']
}

type InFlight<Key> = { readonly key: Key; readonly transaction: Transaction }

/** Null when the source is empty, or the session bears no more mails; else why it ended. Never throws. */
export async function sendMails<Key>(
  session: Session,
  source: MailSource<Key>,
  plan: FlightPlan,
): Promise<Failure | null> {
  const limits = serverLimits({ wire: session.wire, capabilities: session.facts.capabilities })
  const flight = createFlight(session, source, plan)
  // RFC 9422 §4.1: MAILMAX counts every MAIL, so that a mail in shares is more than one.
  let mails = 0
  let transactions = 0
  while (flight.end === null && mails < plan.mails && transactions < limits.mails) {
    const taken = await source.next()
    if (taken === null) break
    if (taken === 'later') {
      // What is on its way is heard before we wait: somebody may be waiting for it.
      if ((await flight.landOne()) || ((await source.wait()) && (await isStillThere(session)))) continue
      break
    }
    const shares = shareRecipients(taken.mail.envelope.to, limits).length
    if (transactions > 0 && transactions + shares > limits.mails) {
      source.giveBack(taken.key)
      break
    }
    mails += 1
    transactions += shares
    await flight.add(taken, shares > 1)
  }
  await flight.land(0)
  return flight.end
}

/** A server that was kept waiting may have left, with a 421 that nobody asked for (RFC 5321 §3.8). */
async function isStillThere({ connection, limits }: Session): Promise<boolean> {
  // What came while we waited is heard first.
  await turn()
  if (!connection.isOpen) return false
  return refuseUnasked(connection, limits.command).then(
    () => true,
    () => false,
  )
}

function createFlight<Key>(session: Session, source: MailSource<Key>, { window, onProgress }: FlightPlan) {
  const { connection } = session
  const options: MailOptions = { stopAfter: null, onProgress }
  let flying: InFlight<Key>[] = []
  let end: Failure | null = null
  /** Whether the last mail that was written left something that RSET must clear. */
  let isUnclean = false

  const tell = (key: Key, result: MailResult) => {
    source.tell(key, result)
    isUnclean = result.failure !== null
    if (canGoOn(result.failure) && connection.isOpen) return
    end = result.failure === null || canGoOn(result.failure) ? sessionEnded(connection) : result.failure
    for (const behind of flying) tellBehind(source, behind, end)
    flying = []
  }

  /** Until no more than so many are on their way. */
  const land = async (rest: number) => {
    while (flying.length > rest) {
      const [first] = flying
      if (first === undefined) return
      const error = await finish(first.transaction)
      flying.shift()
      tell(first.key, resultOf(first.transaction, error))
    }
  }

  /** The last mail is written whole, so that anything can follow it. */
  const makeWay = async () => {
    const last = flying.at(-1)
    if (last === undefined || last.transaction.progress.transfer === 'whole') return
    await land(1)
    const error = flying.includes(last) ? await failing(handOver(last.transaction)) : null
    if (error === null) return
    flying = []
    tell(last.key, resultOf(last.transaction, error))
  }

  /** An envelope may stand behind any number of mails; a mail only behind so many. */
  const roomFor = (transaction: Transaction): number => {
    if (!fitsOneWrite(transaction)) return 0
    return leavesWhole(transaction) ? window - 1 : flying.length
  }

  const launch = async (key: Key, mail: ComposedMail) => {
    const prepared = await prepare(session, mail, options).catch((error: unknown) => ({ error }))
    if ('error' in prepared) return tellUnwritten(key, mail, prepared.error)
    await land(roomFor(prepared))
    if (end !== null) return source.giveBack(key)
    const isAhead = flying.length > 0
    // A mail that is refused behind our back leaves its sender with the server (RFC 3030 §2): RSET keeps the next one clean.
    const isAfterReset = isAhead ? flying.some(({ transaction }) => transaction.transfer === 'chunks') : isUnclean
    const transaction = placed(prepared, { isAfterReset, isAhead })
    flying.push({ key, transaction })
    if (!fitsOneWrite(transaction)) return makeWay()
    const error = await failing(announce(transaction))
    if (error === null) return
    await land(1)
    if (flying.length === 0) return
    flying = []
    tell(key, resultOf(transaction, error))
  }

  /** Nothing was written of it, so the state of the conversation is what it was. */
  const tellUnwritten = (key: Key, mail: ComposedMail, error: unknown) => {
    const result = notPrepared(session, mail, error)
    if (canGoOn(result.failure)) source.tell(key, result)
    else tell(key, result)
  }

  return {
    get end() {
      return end
    },
    land,
    /** Whether there was one. */
    async landOne(): Promise<boolean> {
      if (flying.length === 0) return false
      await land(flying.length - 1)
      return true
    },
    /** `isShared`: its recipients do not fit into one mail. */
    async add({ key, mail }: Taken<Key>, isShared: boolean): Promise<void> {
      if (isShared) await land(0)
      else await makeWay()
      if (end !== null) source.giveBack(key)
      else if (isShared) tell(key, await sendMail(session, mail, options))
      else await launch(key, mail)
    },
  }
}

/** The mail's own fate is certain, whatever became of the session. */
const sessionEnded = (connection: Connection): Failure =>
  connection.failure('connection-lost', `The session with ${connection.peer.host} ended.`).failure

/** What ended it, or null. */
const finish = (transaction: Transaction): Promise<unknown> =>
  failing(handOver(transaction).then(() => conclude(transaction)))

const failing = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  )

/**
 * RFC 2920 §3.2: a server answers in order, so that one that said it closes has done nothing of what came behind. If it
 * fell silent, a mail that left whole may be with it.
 */
function tellBehind<Key>(source: MailSource<Key>, { key, transaction }: InFlight<Key>, end: Failure): void {
  const isCertain = end.kind === 'service-closing' || transaction.answers.dot === null
  if (isCertain) source.giveBack(key)
  else source.tell(key, resultOf(transaction, new SmtpError(end)))
}
