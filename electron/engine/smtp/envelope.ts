// MAIL and RCPT (RFC 5321 §4.1.1.2, §4.1.1.3): written in groups where the server bears that (RFC 2920), each reply judged alone.
import type { Reply } from '#shared/values/reply.ts'
import { SmtpError } from '../smtp-error.ts'
import { offers } from './capabilities.ts'
import { sendSmallMail, takeBackChunks } from './chunks.ts'
import { type Command, data } from './command.ts'
import { isConnectionLost } from './connection-lost.ts'
import { takeBackData } from './data.ts'
import { nextReply, orClosing, refuseUnasked, sendAhead } from './exchange.ts'
import { maxGroup } from './extensions/pipelining.ts'
import { sayRawLines } from './raw-lines.ts'
import { refusalKind } from './refusal.ts'
import { inWords, isPositive } from './reply-class.ts'
import type { Transaction } from './transaction.ts'

/** Whether all that comes before the first reply fits into one write. */
export const fitsOneWrite = ({ pipelines, opening }: Transaction): boolean => pipelines && opening.length <= maxGroup

/** The next commands, as many as may leave together; behind the last of them what may leave unasked. */
export async function announce(transaction: Transaction): Promise<void> {
  const { session, opening, pipelines, isUnasked, isAhead, transfer, progress } = transaction
  const { connection, limits } = session
  const group = opening.slice(progress.written, progress.written + (pipelines ? maxGroup : 1))
  const startsTransfer = isUnasked && progress.written + group.length === opening.length
  if (!isAhead || progress.written > 0) await refuseUnasked(connection, limits.command)
  if (startsTransfer && transfer === 'chunks') await sendSmallMail(transaction, group)
  else sendAhead(connection, startsTransfer ? [...group, data()] : group)
  progress.written += group.length
  if (startsTransfer && transfer === 'data') progress.transfer = 'asked'
}

/** Reads what the envelope is answered, writing what is left of it. Throws when nobody is left to send to. */
export async function settle(transaction: Transaction): Promise<void> {
  const { opening, options, answers, progress } = transaction
  if (progress.heard === opening.length) return
  while (progress.heard < opening.length && !(isSenderRefused(transaction) && progress.heard === progress.written)) {
    if (progress.heard === progress.written) await announce(transaction)
    const command = opening[progress.heard]
    if (command !== undefined) await hear(transaction, command)
  }
  if (answers.mail !== null && !isPositive(answers.mail))
    throw await takenBack(transaction, senderRefused(transaction, answers.mail))
  if (options.stopAfter !== 'mail' && !answers.rcpt.some(isPositive))
    throw await takenBack(transaction, nobodyLeft(transaction))
}

async function hear(transaction: Transaction, command: Command): Promise<void> {
  const { session, progress } = transaction
  const { connection, limits, wire } = session
  const { stage, verb } = command
  connection.enter(stage)
  try {
    const reply = orClosing(connection, await nextReply(connection, verb, limits[stage === 'rcpt' ? 'rcpt' : 'mail']))
    progress.heard += 1
    note(transaction, verb, reply)
    if (wire.rawLines.length > 0) await sayLinesBehind(transaction, command, reply)
  } catch (error) {
    throw orSenderRefused(transaction, error)
  }
}

function note({ session, answers }: Transaction, verb: string, reply: Reply): void {
  const { peer, tap } = session.connection
  if (verb === 'MAIL') answers.mail = reply
  else if (verb === 'RCPT') answers.rcpt.push(reply)
  else if (!isPositive(reply)) tap.event('warning', `${peer.host} refuses ${verb}: ${inWords(reply)}.`)
}

async function sayLinesBehind(transaction: Transaction, { verb }: Command, reply: Reply): Promise<void> {
  const { connection, limits, wire } = transaction.session
  const isLast = transaction.progress.heard === transaction.opening.length
  if (verb === 'MAIL' && isPositive(reply)) await sayRawLines(connection, wire, 'mail', limits.command)
  if (isLast) await sayRawLines(connection, wire, 'rcpt', limits.command)
}

const isSenderRefused = ({ answers }: Transaction): boolean => answers.mail !== null && !isPositive(answers.mail)

/** What was written unasked is answered too, and must become nobody's mail. */
async function takenBack(transaction: Transaction, refusal: SmtpError): Promise<SmtpError> {
  const { transfer } = transaction.progress
  try {
    if (transfer === 'asked') await takeBackData(transaction)
    if (transfer === 'whole') await takeBackChunks(transaction)
  } catch (error) {
    if (endsMore(error)) throw error
    // The refusal is certain; a server that cannot be followed any more is left.
    transaction.session.connection.drop()
  }
  return refusal
}

/** What says more than the refusal: that nothing behind it was taken either (RFC 2920 §3.2), or that a person stopped it. */
const endsMore = (error: unknown): boolean =>
  !(error instanceof SmtpError) || ['service-closing', 'stopped'].includes(error.failure.kind)

function senderRefused({ session, mail }: Transaction, reply: Reply): SmtpError {
  const { connection } = session
  const address = mail.envelope.from === '' ? '<>' : mail.envelope.from
  const message = `${connection.peer.host} refuses the sender ${address}: ${inWords(reply)}.`
  connection.tap.stage = 'mail'
  return connection.failure(refusalKind('mail', reply), message, { reply, facts: { address, command: 'MAIL' } })
}

function nobodyLeft({ session, mail, answers }: Transaction): SmtpError {
  const { connection, facts } = session
  const reply = answers.rcpt[0] ?? null
  const isLoginLeft = facts.mechanism === null && offers(facts.capabilities, 'AUTH')
  const kinds = answers.rcpt.map((one) => refusalKind('rcpt', one, isLoginLeft))
  const addresses = mail.envelope.to.join(', ')
  const message = `${connection.peer.host} refuses every recipient: ${reply === null ? addresses : inWords(reply)}.`
  const kind = kinds.includes('login-required') ? 'login-required' : 'recipients-refused'
  return connection.failure(kind, message, { reply, facts: { addresses, command: 'RCPT' } })
}

/** A server that refuses the sender and hangs up has told why. */
function orSenderRefused(transaction: Transaction, error: unknown): unknown {
  const { mail } = transaction.answers
  return isConnectionLost(error) && mail !== null && !isPositive(mail) ? senderRefused(transaction, mail) : error
}
