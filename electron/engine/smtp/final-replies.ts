// What the server says of a mail that it has whole: one reply for all, or one for each recipient (RFC 2033 §4.2, PRDR).
import type { Reply } from '#shared/values/reply.ts'
import type { SmtpError } from '../smtp-error.ts'
import { isConnectionLost } from './connection-lost.ts'
import { nextReply, readReply } from './exchange.ts'
import { refusalKind } from './refusal.ts'
import { inWords, isPermanent, isPositive, isTransient } from './reply-class.ts'
import type { Transaction } from './transaction.ts'
import { judge } from './verdicts.ts'

/** Throws when nobody got the mail, or somebody cannot be sure. */
export async function hearEnd(transaction: Transaction): Promise<void> {
  const { session, mail, answers } = transaction
  session.connection.enter('data')
  if (answers.isEachFinal) await hearEach(transaction)
  else await hearOne(transaction)
  const outcomes = judge(mail.envelope.to, answers, 'data', false).map(({ outcome }) => outcome)
  if (outcomes.includes('unknown') || !outcomes.includes('accepted')) throw notTaken(transaction)
}

/** The server spoke in the middle of the mail: it has made up its mind, and the next octets would be taken for the mail's. */
export async function interrupted(transaction: Transaction): Promise<SmtpError> {
  const { session, answers } = transaction
  const { connection, limits } = session
  const reply = await readReply(connection, 'the end of the data', limits.dot)
  const isRefusal = isTransient(reply) || isPermanent(reply)
  if (isRefusal) answers.dot = reply
  connection.drop('Hung up: the server answered before the data was complete.')
  const kind = isRefusal ? refusalKind('data', reply) : 'reply-malformed'
  return connection.failure(kind, notTakenWords(transaction, reply), { reply, facts: factsOf(reply) })
}

/** A server that refuses in the middle of the mail and hangs up has told why, though it was heard only afterwards. */
export const orLastWords =
  (transaction: Transaction) =>
  async (error: unknown): Promise<never> => {
    throw isConnectionLost(error) && transaction.session.connection.hasInput() ? await interrupted(transaction) : error
  }

async function hearOne({ session, answers, hasPrdr, mail }: Transaction): Promise<void> {
  const { connection, limits } = session
  const first = await nextReply(connection, 'the end of the data', limits.dot)
  if (!hasPrdr || first.code !== 353) {
    answers.dot = first
    return
  }
  for (const index of takenRecipients(answers.rcpt))
    answers.each.set(index, await readReply(connection, `the mail for ${mail.envelope.to[index]}`, limits.dot))
  answers.dot = await readReply(connection, 'the end of the data', limits.dot)
}

async function hearEach({ session, answers, mail }: Transaction): Promise<void> {
  const { connection, limits } = session
  for (const index of takenRecipients(answers.rcpt))
    answers.each.set(index, await readReply(connection, `the mail for ${mail.envelope.to[index]}`, limits.dot))
}

const takenRecipients = (replies: readonly Reply[]): number[] =>
  replies.flatMap((reply, index) => (isPositive(reply) ? [index] : []))

/** Nobody got it, or somebody cannot be sure. */
export function notTaken(transaction: Transaction): SmtpError {
  const { session, mail, answers } = transaction
  const { connection } = session
  const outcomes = judge(mail.envelope.to, answers, 'data', false)
  const unknown = outcomes.find(({ outcome }) => outcome === 'unknown')
  const { reply = null } = unknown ?? outcomes.find(({ stage }) => stage === 'data') ?? {}
  const kind = unknown !== undefined || reply === null ? 'outcome-unknown' : refusalKind('data', reply)
  return connection.failure(kind, notTakenWords(transaction, reply), { reply, facts: factsOf(reply) })
}

const notTakenWords = ({ session }: Transaction, reply: Reply | null): string =>
  `${session.connection.peer.host} did not take the mail: ${reply === null ? 'it gave no verdict' : inWords(reply)}.`

const factsOf = (reply: Reply | null) => ({
  command: 'the end of the data',
  server: reply === null ? undefined : inWords(reply),
})
