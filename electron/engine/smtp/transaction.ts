// One mail's transaction (RFC 5321 §3.3) in its steps: prepared, announced, settled, handed over, concluded. Whoever runs it
// decides how far it may be written ahead of its replies.
import type { Failure } from '#shared/values/failure.ts'
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { type ComposedMail, longestLine } from '../mail/composed-mail.ts'
import type { Connection } from '../net/index.ts'
import { failureOf } from '../smtp-error.ts'
import { type Command, rset } from './command.ts'
import { tooLittle } from './extensions/carriage.ts'
import { maxUnasked, usualChunk } from './extensions/chunking.ts'
import { envelopeCommands, refusalOf } from './extensions/consult.ts'
import { isInUse, type Occasion } from './extensions/extension.ts'
import type { Session } from './session.ts'
import { type Answers, judge, noAnswers } from './verdicts.ts'
import { wireNotes } from './wire-note.ts'

export type MailOptions = {
  readonly stopAfter: StopPoint | null
  readonly onProgress: (sent: number, total: number) => void
}

export type MailResult = {
  /** One for each recipient that was the server's to judge. */
  readonly recipients: readonly RecipientOutcome[]
  /** Why nobody got it, or nobody can be sure; null when at least one recipient did, or it was stopped as told. */
  readonly failure: Failure | null
  /** Whether it was told to stop early and did. */
  readonly isStopped: boolean
  /** Recipients for whom the session has no mails left (RFC 9422 MAILMAX): another one is needed. */
  readonly left: readonly string[]
}

export type Transaction = {
  readonly session: Session
  /** As it travels. */
  readonly mail: ComposedMail
  readonly options: MailOptions
  /** RSET where needed, XFORWARD, MAIL, RCPT for each recipient. */
  readonly opening: readonly Command[]
  readonly pipelines: boolean
  readonly transfer: 'data' | 'chunks'
  readonly chunkSize: number
  /** Whether DATA, or the whole of a small mail, leaves together with the envelope. */
  readonly isUnasked: boolean
  /** Whether it is announced while replies to mails before it are still due. */
  readonly isAhead: boolean
  readonly hasPrdr: boolean
  readonly answers: Answers
  readonly progress: Progress
}

/** How far it has got on the wire. */
export type Progress = {
  /** Commands of the opening that were written, and whose replies were read. */
  written: number
  heard: number
  /** `asked`: DATA was written. `whole`: so was all of the mail. */
  transfer: 'unasked' | 'asked' | 'whole'
  /** Chunks that were written whole, and whose replies were read. */
  chunks: number
  chunksHeard: number
}

/** Throws, before anything is written, when the server cannot take such a mail. */
export async function prepare(session: Session, mail: ComposedMail, options: MailOptions): Promise<Transaction> {
  const { connection, wire } = session
  // A mail that the server cannot take is refused here, at the stage where the server would have done it.
  connection.enter('mail')
  const occasion = await fitting(session, mail)
  const refusal = refusalOf(occasion)
  if (refusal !== null) throw connection.failure(refusal.kind, refusal.message, { facts: refusal.facts })
  for (const note of wireNotes(occasion)) connection.tap.event('note', note)
  warnOfLines(connection, occasion.mail)
  const commands = envelopeCommands(occasion)
  const pipelines =
    isInUse('PIPELINING', occasion) && !wire.rawLines.some(({ after }) => after === 'mail' || after === 'rcpt')
  const transfer = isInUse('CHUNKING', occasion) && options.stopAfter !== 'data' ? 'chunks' : 'data'
  const wanted = options.stopAfter === 'mail' ? commands.filter(({ verb }) => verb !== 'RCPT') : commands
  return {
    session,
    mail: occasion.mail,
    options,
    opening: wanted,
    pipelines,
    transfer,
    chunkSize: wire.chunkSize ?? (pipelines ? usualChunk : Math.max(1, occasion.mail.size)),
    isUnasked: pipelines && options.stopAfter === null && (transfer === 'data' || occasion.mail.size <= maxUnasked),
    isAhead: false,
    hasPrdr: isInUse('PRDR', occasion) && wire.protocol === 'smtp',
    answers: noAnswers(wire.protocol === 'lmtp'),
    progress: { written: 0, heard: 0, transfer: 'unasked', chunks: 0, chunksHeard: 0 },
  }
}

/** How a transaction follows the one before: with RSET in front, or while replies are still due. */
export type Position = { readonly isAfterReset: boolean; readonly isAhead: boolean }

export const placed = (transaction: Transaction, { isAfterReset, isAhead }: Position): Transaction => ({
  ...transaction,
  isAhead,
  opening: isAfterReset ? [rset('mail'), ...transaction.opening] : transaction.opening,
})

/** Whether the mail itself leaves with its envelope, so that it may be taken although nobody has heard a reply. */
export const leavesWhole = ({ transfer, isUnasked }: Transaction): boolean => transfer === 'chunks' && isUnasked

/** RFC 5321 §4.5.3.1.6: a server may break such lines, or refuse them. */
function warnOfLines({ tap }: Connection, { overlong = 0, isBinary }: ComposedMail): void {
  if (overlong === 0 || isBinary === true) return
  const words = `The longest line of the mail has ${overlong} octets, and a server need not take more than ${longestLine}.`
  tap.event('warning', words, { octets: overlong })
}

/** What became of it, whether it ended well or `error` ended it. */
export function resultOf({ session, mail, answers }: Transaction, error: unknown, isStopped = false): MailResult {
  const { tap } = session.connection
  const failure = error === null ? null : failureOf(error, tap.stage)
  const recipients = judge(mail.envelope.to, certain(answers, failure), failure?.stage ?? tap.stage, isStopped)
  // Who is certain stays so; one who is not makes the whole uncertain.
  const isUnknown =
    failure !== null && failure.kind !== 'outcome-unknown' && recipients.some(({ outcome }) => outcome === 'unknown')
  return { recipients, failure: isUnknown ? outcomeUnknown(session, failure) : failure, isStopped, left: [] }
}

/** RFC 2920 §3.2: servers answer in order, so that one that closes at an earlier command has not taken the mail behind it. */
const certain = (answers: Answers, failure: Failure | null): Answers =>
  failure?.kind === 'service-closing' && answers.dot === 'sent' ? { ...answers, dot: null } : answers

/** What the server does not bear is written anew, where that can be done (RFC 6152 §3, RFC 3030 §3, RFC 6531 §3.2). */
async function fitting(session: Session, mail: ComposedMail): Promise<Occasion> {
  const { connection } = session
  const occasion = occasionOf(session, mail)
  const short = mail.recompose === undefined ? null : tooLittle(occasion)
  if (short === null || mail.recompose === undefined) return occasion
  const made = await mail.recompose(short.carriage, connection.signal).finally(() => connection.assertOpen())
  if (made.kind === 'impossible') return { ...occasion, obstacle: made.reason }
  connection.tap.event('note', `${occasion.host} does not offer ${short.lacks}: ${made.done}.`)
  return occasionOf(session, { ...made.mail, envelope: mail.envelope })
}

const occasionOf = ({ connection, facts, wire = defaultWire }: Session, mail: ComposedMail): Occasion => ({
  host: connection.peer.host,
  mail,
  wire,
  capabilities: facts.capabilities,
  isTrusted: facts.tls?.authorized === true,
})

function outcomeUnknown({ connection }: Session, { message, reply }: Failure): Failure {
  return connection.failure('outcome-unknown', `The mail was sent, but whether it was taken is unknown. ${message}`, {
    reply,
  }).failure
}
