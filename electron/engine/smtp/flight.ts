// Many mails over one session, some of them written ahead of the replies to those before (RFC 2920 §3.1). One loop writes
// and reads in the order of the wire; what is certain of each mail is told in that order too.
import type { Failure } from '#shared/values/failure.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { SmtpError } from '../smtp-error.ts'
import { announce, fitsOneWrite } from './envelope.ts'
import { type ServerLimits, serverLimits, shareRecipients } from './extensions/limits.ts'
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

export type MailSource<Key> = {
  /** Null when there is none any more. */
  next(): Promise<{ readonly key: Key; readonly mail: ComposedMail } | null>
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
  for (let begun = 0; begun < limits.mails && flight.end === null; ) {
    const taken = await flight.until(source.next())
    if (taken === null) break
    begun += Math.min(await flight.add(taken, limits), limits.mails)
  }
  await flight.land(0)
  return flight.end
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
    end = result.failure ?? connection.failure('connection-lost', 'The session ended.').failure
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
    if (last === undefined || isWhole(last)) return
    await land(1)
    const error = flying.includes(last) ? await failing(handOver(last.transaction)) : null
    if (error === null) return
    flying = []
    tell(last.key, resultOf(last.transaction, error))
  }

  /** What the server says next is heard: a verdict, or that the mail in front may come. */
  const goOn = () => (flying.length === 1 && !flying.every(isWhole) ? makeWay() : land(flying.length - 1))

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
    // A mail that is refused behind our back leaves its sender with the server (RFC 3030 §4.2): RSET keeps the next one clean.
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
    /** The next mail may be long in coming, for a rate or a disk: those on their way go on meanwhile. */
    async until<Mail>(coming: Promise<Mail>): Promise<Mail> {
      let isHere = false
      const arrival = coming.then(() => {
        isHere = true
      })
      while (!isHere && flying.length > 0) {
        await Promise.race([arrival, connection.stirred()])
        if (!isHere) await goOn()
      }
      return coming
    },
    /** How many mails of the session it took. */
    async add(
      { key, mail }: { readonly key: Key; readonly mail: ComposedMail },
      limits: ServerLimits,
    ): Promise<number> {
      const shares = shareRecipients(mail.envelope.to, limits).length
      if (shares > 1) await land(0)
      else await makeWay()
      if (end !== null) source.giveBack(key)
      else if (shares > 1) tell(key, await sendMail(session, mail, options))
      else await launch(key, mail)
      return shares
    },
  }
}

const isWhole = ({ transaction }: InFlight<unknown>): boolean => transaction.progress.transfer === 'whole'

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
