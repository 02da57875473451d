// One mail over an open session (RFC 5321 §3.3): MAIL, RCPT for each recipient, DATA. What became of it is a result;
// also when the connection breaks, for some recipients are certain then and others are not.
import type { Failure } from '#shared/values/failure.ts'
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { failureOf, type SmtpError } from '../smtp-error.ts'
import { sendBody } from './body.ts'
import { offers } from './capabilities.ts'
import { type Command, data, rset } from './command.ts'
import { exchange, orClosing, readReply, sendGroup } from './exchange.ts'
import { envelopeCommands } from './mail-parameters.ts'
import { refusalKind } from './refusal.ts'
import { inWords, isPermanent, isPositive, isTransient } from './reply-class.ts'
import type { Session } from './session.ts'
import { type Answers, judge, noAnswers } from './verdicts.ts'

export type MailOptions = {
  readonly stopAfter: StopPoint | null
  readonly onProgress: (sent: number, total: number) => void
}

export type MailResult = {
  /** One for each recipient of the envelope, in its order. */
  readonly recipients: readonly RecipientOutcome[]
  /** Why nobody got it, or nobody can be sure; null when at least one recipient did, or it was stopped as told. */
  readonly failure: Failure | null
  /** Whether it was told to stop early and did. */
  readonly isStopped: boolean
}

type Transaction = {
  readonly session: Session
  readonly mail: ComposedMail
  readonly options: MailOptions
  readonly answers: Answers
}

/** Never throws. */
export async function sendMail(session: Session, mail: ComposedMail, options: MailOptions): Promise<MailResult> {
  const transaction: Transaction = { session, mail, options, answers: noAnswers() }
  const { tap } = session.connection
  const result = (failure: Failure | null, isStopped: boolean): MailResult => ({
    recipients: judge(mail.envelope.to, transaction.answers, failure?.stage ?? tap.stage, isStopped),
    failure,
    isStopped,
  })
  try {
    return result(null, await transact(transaction))
  } catch (error) {
    const failure = failureOf(error, tap.stage)
    return result(transaction.answers.dot === 'sent' ? outcomeUnknown(session, failure) : failure, false)
  }
}

/** Whether it was told to stop early and did. */
async function transact(transaction: Transaction): Promise<boolean> {
  const { session, options } = transaction
  const { connection } = session
  await announce(transaction)
  if (options.stopAfter === 'mail') return takeBack(session)
  if (!transaction.answers.rcpt.some(isPositive)) throw await nobodyLeft(transaction)
  if (options.stopAfter === 'rcpt') return takeBack(session)
  await startData(transaction)
  if (options.stopAfter === 'data') {
    // Between 354 and the final dot there is no polite way out; without the dot nothing is delivered (RFC 5321 §4.1.1.4).
    connection.drop('Stopped after data, as told: hung up without the final dot, so that nothing is delivered.')
    return true
  }
  await handOver(transaction)
  return false
}

/** MAIL and RCPT, as many in one write as the server bears. */
async function announce(transaction: Transaction): Promise<void> {
  const { session, mail, options, answers } = transaction
  const { connection, facts, limits } = session
  // A mail that the server cannot take is refused here, at the stage where the server would have done it.
  connection.enter('mail')
  const commands = envelopeCommands(connection, mail, facts.capabilities)
  const wanted = options.stopAfter === 'mail' ? commands.slice(0, 1) : commands
  for (const group of groups(wanted, offers(facts.capabilities, 'PIPELINING') ? maxGroup : 1)) {
    await sendGroup(connection, group, limits.command)
    for (const command of group) {
      connection.enter(command.stage)
      const isMail = command.stage === 'mail'
      const reply = orClosing(connection, await readReply(connection, command.verb, isMail ? limits.mail : limits.rcpt))
      if (isMail) answers.mail = reply
      else answers.rcpt.push(reply)
    }
    if (answers.mail !== null && !isPositive(answers.mail)) throw senderRefused(transaction, answers.mail)
  }
}

/** RFC 2920 §3.1 leaves the size of a group to us: its replies must fit the windows of TCP, or both sides wait for ever. */
const maxGroup = 100

function groups(commands: readonly Command[], size: number): Command[][] {
  return Array.from({ length: Math.ceil(commands.length / size) }, (_, index) =>
    commands.slice(index * size, (index + 1) * size),
  )
}

async function startData({ session, answers }: Transaction): Promise<void> {
  const { connection, limits } = session
  const reply = await exchange(connection, data(), limits.data)
  if (reply.code === 354) return
  answers.data = reply
  const kind = refusalKind('data', reply) === 'login-required' ? 'login-required' : 'command-refused'
  const message = `${connection.peer.host} refuses DATA: ${inWords(reply)}.`
  throw connection.failure(kind, message, { reply, facts: { command: 'DATA' } })
}

async function handOver({ session, mail, options, answers }: Transaction): Promise<void> {
  const { connection, limits } = session
  const end = await sendBody(connection, mail, { seconds: limits.block, onProgress: options.onProgress })
  if (end !== null) {
    answers.dot = 'sent'
    connection.tap.line('client', Buffer.from('.'), 'crlf')
    await connection.write(end, limits.block)
  }
  const reply = await readReply(connection, 'the end of the data', limits.dot)
  const isRefusal = isTransient(reply) || isPermanent(reply)
  if (isRefusal || end !== null) answers.dot = reply
  // In the middle of the data there is nothing to say any more: the next octets would be taken for data.
  if (end === null) connection.drop('Hung up: the server answered before the data was complete.')
  if (end !== null && isPositive(reply)) return
  const kind = isRefusal ? refusalKind('data', reply) : end === null ? 'reply-malformed' : 'outcome-unknown'
  const message = `${connection.peer.host} did not take the mail: ${inWords(reply)}.`
  throw connection.failure(kind, message, { reply, facts: { command: 'the end of the data', server: inWords(reply) } })
}

/** Ends the transaction without a mail. */
async function takeBack({ connection, limits }: Session): Promise<true> {
  const { stage } = connection.tap
  connection.tap.event('note', `Stopped after ${stage}, as told.`)
  await exchange(connection, rset(stage), limits.command)
  return true
}

function senderRefused({ session, mail }: Transaction, reply: Reply): SmtpError {
  const { connection } = session
  const address = mail.envelope.from === '' ? '<>' : mail.envelope.from
  const message = `${connection.peer.host} refuses the sender ${address}: ${inWords(reply)}.`
  connection.tap.stage = 'mail'
  return connection.failure(refusalKind('mail', reply), message, { reply, facts: { address, command: 'MAIL' } })
}

/** RSET instead of DATA, which would hand over a mail for nobody. */
async function nobodyLeft({ session, mail, answers }: Transaction): Promise<SmtpError> {
  const { connection, facts, limits } = session
  const reply = answers.rcpt[0] ?? null
  const isLoginLeft = facts.mechanism === null && offers(facts.capabilities, 'AUTH')
  const kinds = answers.rcpt.map((one) => refusalKind('rcpt', one, isLoginLeft))
  const addresses = mail.envelope.to.join(', ')
  const message = `${connection.peer.host} refuses every recipient: ${reply === null ? addresses : inWords(reply)}.`
  const error = connection.failure(
    kinds.includes('login-required') ? 'login-required' : 'recipients-refused',
    message,
    {
      reply,
      facts: { addresses, command: 'RCPT' },
    },
  )
  await exchange(connection, rset('rcpt'), limits.command).catch(() => connection.drop())
  return error
}

function outcomeUnknown({ connection }: Session, { message, reply }: Failure): Failure {
  return connection.failure('outcome-unknown', `The mail was sent, but whether it was taken is unknown. ${message}`, {
    reply,
  }).failure
}
