// DATA (RFC 5321 §4.1.1.4): asked for, then the mail as lines, then the dot.
import { sendBody } from './body.ts'
import { data } from './command.ts'
import { nextReply, orClosing, readReply, sendGroup } from './exchange.ts'
import { interrupted } from './final-replies.ts'
import { refusalKind } from './refusal.ts'
import { inWords } from './reply-class.ts'
import type { Transaction } from './transaction.ts'

/** Writes the mail up to and with the dot. Whether it was told to stop before that, and did. */
export async function sendByData(transaction: Transaction): Promise<boolean> {
  const { session, mail, options, answers, progress } = transaction
  const { connection, limits } = session
  if (progress.transfer === 'unasked') await sendGroup(connection, [data()], limits.data)
  progress.transfer = 'asked'
  await hearGoAhead(transaction)
  if (options.stopAfter === 'data') {
    // Between 354 and the final dot there is no polite way out; without the dot nothing is delivered (RFC 5321 §4.1.1.4).
    connection.drop('Stopped after data, as told: hung up without the final dot, so that nothing is delivered.')
    return true
  }
  const end = await sendBody(connection, mail, { seconds: limits.block, onProgress: options.onProgress })
  if (end === null) throw await interrupted(transaction)
  answers.dot = 'sent'
  connection.tap.line('client', '.', 'crlf')
  await connection.write(end, limits.block)
  progress.transfer = 'whole'
  return false
}

/** RFC 2920 §3.1: DATA may be taken although no recipient was; a lone dot ends it then, and nothing is delivered. */
export async function takeBackData({ session }: Transaction): Promise<void> {
  const { connection, limits, wire } = session
  connection.enter('data')
  const reply = orClosing(connection, await readReply(connection, 'DATA', limits.data))
  if (reply.code !== 354) return
  // RFC 2033 §4.2: LMTP has a reply for each recipient, so that nothing would tell the end of a mail for nobody.
  if (wire.protocol === 'lmtp') return connection.drop('Hung up: the server takes data although it took no recipient.')
  connection.tap.event(
    'note',
    'The server takes data although nobody is to get it: a lone dot, and nothing is delivered.',
  )
  connection.tap.line('client', '.', 'crlf')
  await connection.write([loneDot], limits.block)
  orClosing(connection, await readReply(connection, 'the end of the data', limits.dot))
}

const loneDot = Buffer.from('.\r\n')

async function hearGoAhead({ session, answers }: Transaction): Promise<void> {
  const { connection, limits } = session
  connection.enter('data')
  const reply = orClosing(connection, await nextReply(connection, 'DATA', limits.data))
  if (reply.code === 354) return
  answers.data = reply
  const kind = refusalKind('data', reply) === 'login-required' ? 'login-required' : 'command-refused'
  const message = `${connection.peer.host} refuses DATA: ${inWords(reply)}.`
  throw connection.failure(kind, message, { reply, facts: { command: 'DATA' } })
}
