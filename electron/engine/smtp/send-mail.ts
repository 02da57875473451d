// One mail over an open session, each step waiting for the one before; split where the server limits a mail's recipients.
import type { Stage } from '#shared/values/stage.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { failureOf } from '../smtp-error.ts'
import { hearChunks, sendChunks } from './chunks.ts'
import { rset } from './command.ts'
import { sendByData } from './data.ts'
import { settle } from './envelope.ts'
import { exchange } from './exchange.ts'
import { serverLimits, shareRecipients } from './extensions/limits.ts'
import { hearEnd, notTaken, orLastWords } from './final-replies.ts'
import { canGoOn } from './leave.ts'
import type { Session } from './session.ts'
import { type MailOptions, type MailResult, placed, prepare, resultOf, type Transaction } from './transaction.ts'
import { judge, noAnswers } from './verdicts.ts'

/** Never throws. `left` holds recipients for whom the session has no mails any more. */
export async function sendMail(session: Session, mail: ComposedMail, options: MailOptions): Promise<MailResult> {
  const limits = serverLimits({ wire: session.wire, capabilities: session.facts.capabilities })
  const shares = shareRecipients(mail.envelope.to, limits)
  const results: MailResult[] = []
  let isAfterReset = false
  for (const to of shares.slice(0, limits.mails)) {
    if (shares.length > 1)
      session.connection.tap.event('note', `LIMITS: a mail of its own for ${to.length} of the recipients.`)
    const share = shares.length === 1 ? mail : { ...mail, envelope: { ...mail.envelope, to } }
    const result = await sendOne(session, share, options, isAfterReset)
    results.push(result)
    if (!canGoOn(result.failure) || !session.connection.isOpen) break
    isAfterReset = result.failure !== null
  }
  await clearAfter(session, results.at(-1))
  const isBroken = results.length < Math.min(shares.length, limits.mails)
  const rest = shares.slice(results.length).flat()
  return together(
    results,
    isBroken ? judge(rest, noAnswers(), session.connection.tap.stage, false) : [],
    isBroken ? [] : rest,
  )
}

/** Writes all of the mail that is not written yet. Whether it was told to stop before its end, and did. */
export async function handOver(transaction: Transaction): Promise<boolean> {
  await settle(transaction)
  if (transaction.progress.transfer === 'whole') return false
  if (transaction.transfer === 'data') return sendByData(transaction).catch(orLastWords(transaction))
  await sendChunks(transaction)
  return false
}

/** Reads all that is still due. */
export async function conclude(transaction: Transaction): Promise<void> {
  await settle(transaction)
  await hearChunks(transaction)
  if (transaction.progress.transfer === 'whole') await hearEnd(transaction)
  else throw notTaken(transaction)
}

async function sendOne(
  session: Session,
  mail: ComposedMail,
  options: MailOptions,
  isAfterReset: boolean,
): Promise<MailResult> {
  let transaction: Transaction | null = null
  try {
    transaction = placed(await prepare(session, mail, options), { isAfterReset, isAhead: false })
    return resultOf(transaction, null, await transact(transaction))
  } catch (error) {
    if (transaction === null) return notPrepared(session, mail, error)
    return resultOf(transaction, error)
  }
}

/** Whether it was told to stop early and did. */
async function transact(transaction: Transaction): Promise<boolean> {
  const { session, options } = transaction
  await settle(transaction)
  if (options.stopAfter === 'mail' || options.stopAfter === 'rcpt') return stopHere(session)
  if (await handOver(transaction)) return true
  await conclude(transaction)
  return false
}

/** Nothing was written of it. */
export function notPrepared({ connection }: Session, mail: ComposedMail, error: unknown): MailResult {
  const failure = failureOf(error, connection.tap.stage)
  return { recipients: judge(mail.envelope.to, noAnswers(), failure.stage, false), failure, isStopped: false, left: [] }
}

/** RSET where every recipient was refused, instead of a mail for nobody. */
async function clearAfter(session: Session, result: MailResult | undefined): Promise<void> {
  const isNobodys = result?.recipients.every(
    (one) => one.stage === 'rcpt' && one.outcome === 'refused' && one.reply !== null,
  )
  if (result === undefined || !isNobodys || !canGoOn(result.failure) || !session.connection.isOpen) return
  await reset(session, 'rcpt')
}

/** A courtesy: a server that does not answer it, and is left, forgets the mail all the same. */
async function reset({ connection, limits }: Session, stage: Stage): Promise<void> {
  await exchange(connection, rset(stage), limits.command).catch(() => connection.drop())
}

/** Shares of one mail as one result. What ended the session counts before what somebody got. */
function together(
  results: readonly MailResult[],
  broken: MailResult['recipients'],
  left: readonly string[],
): MailResult {
  const recipients = [...results.flatMap((result) => result.recipients), ...broken]
  const failures = results.flatMap(({ failure }) => (failure === null ? [] : [failure]))
  const ending = failures.find((failure) => !canGoOn(failure)) ?? null
  const isTaken = recipients.some(({ outcome }) => outcome === 'accepted')
  const isStopped = results.length > 0 && results.every((result) => result.isStopped)
  return { recipients, failure: ending ?? (isTaken ? null : (failures[0] ?? null)), isStopped, left }
}

/** Ends the transaction without a mail. */
async function stopHere(session: Session): Promise<true> {
  const { tap } = session.connection
  tap.event('note', `Stopped after ${tap.stage}, as told.`)
  await reset(session, tap.stage)
  return true
}
