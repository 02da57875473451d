// BDAT (RFC 3030 §2): the mail in chunks whose octets are counted beforehand, so that no dot and no line end is looked at.
import { createRoom } from './body.ts'
import { createBodyLog } from './body-log.ts'
import { bdat, type Command } from './command.ts'
import { isConnectionLost } from './connection-lost.ts'
import { type Cutter, createCutter } from './cutter.ts'
import { nextReply, orClosing, readReply, refuseUnasked, sendAhead } from './exchange.ts'
import { type Chunk, planChunks } from './extensions/chunking.ts'
import { interrupted, notTaken } from './final-replies.ts'
import { isPositive } from './reply-class.ts'
import type { Transaction } from './transaction.ts'

/** Writes these commands and the whole of a small mail at once; it is in memory before the first octet leaves. */
export async function sendSmallMail(transaction: Transaction, group: readonly Command[]): Promise<void> {
  const { session, mail, answers, progress } = transaction
  const { connection, limits } = session
  const chunks = await readWhole(transaction)
  for (const [index, { command, octets }] of chunks.entries()) {
    sendAhead(connection, index === 0 ? [...group, command] : [command], octets)
    const log = createBodyLog(connection.tap)
    for (const piece of octets) log.add(piece, [piece])
    log.tell()
    progress.chunks += 1
  }
  answers.dot = 'sent'
  progress.transfer = 'whole'
  transaction.options.onProgress(mail.size, mail.size)
  await connection.drained(limits.block)
}

/** Streams the mail chunk by chunk; with PIPELINING it waits for no reply, and stops at the first refusal. */
export async function sendChunks(transaction: Transaction): Promise<void> {
  const { session, mail, chunkSize, pipelines, answers, progress } = transaction
  const { connection, limits } = session
  const cutter = createCutter(mail, createRoom())
  await refuseUnasked(connection, limits.command)
  try {
    for (const chunk of planChunks(mail.size, chunkSize)) {
      // RFC 3030 §2: after a refused chunk no other is sent.
      if (answers.data !== null) break
      await sendChunk(transaction, chunk, cutter).catch(orHeard(transaction))
      if (!chunk.isLast && !pipelines) await hearChunk(transaction)
    }
  } finally {
    await cutter.close()
  }
  if (answers.data === null) progress.transfer = 'whole'
}

/** The replies of chunks that were not the last, as far as those were written. */
export async function hearChunks(transaction: Transaction): Promise<void> {
  const { progress } = transaction
  const due = progress.transfer === 'whole' ? progress.chunks - 1 : progress.chunks
  while (progress.chunksHeard < due) await hearChunk(transaction)
}

/** The chunks of a mail that is nobody's; the last of them has one reply, whoever asks. */
export async function takeBackChunks(transaction: Transaction): Promise<void> {
  const { connection, limits } = transaction.session
  connection.enter('data')
  await hearChunks(transaction)
  transaction.answers.dot = orClosing(connection, await readReply(connection, 'BDAT', limits.dot))
}

type ReadChunk = { readonly command: Command; readonly octets: readonly Buffer[] }

async function readWhole({ mail, chunkSize }: Transaction): Promise<ReadChunk[]> {
  const cutter = createCutter(mail)
  const chunks: ReadChunk[] = []
  try {
    for (const { octets, isLast } of planChunks(mail.size, chunkSize)) {
      const pieces: Buffer[] = []
      for await (const piece of cutter.take(octets, isLast)) pieces.push(piece)
      chunks.push({ command: bdat(octets, isLast), octets: pieces })
    }
    return chunks
  } finally {
    await cutter.close()
  }
}

async function sendChunk(transaction: Transaction, chunk: Chunk, cutter: Cutter): Promise<void> {
  const { session, mail, options, answers, progress } = transaction
  const { connection, limits } = session
  const log = createBodyLog(connection.tap)
  const before = progress.chunks * transaction.chunkSize
  let isBegun = false
  let left = chunk.octets
  const begin = (pieces: readonly Buffer[]) => {
    isBegun = true
    sendAhead(connection, [bdat(chunk.octets, chunk.isLast)], pieces)
  }
  for await (const piece of cutter.take(chunk.octets, chunk.isLast)) {
    await hearMeanwhile(transaction)
    left -= piece.length
    if (left === 0 && chunk.isLast) answers.dot = 'sent'
    if (isBegun) await connection.write([piece], limits.block)
    else begin([piece])
    await connection.written(limits.block)
    log.add(piece, [piece])
    options.onProgress(before + log.octets, mail.size)
  }
  if (!isBegun) {
    answers.dot = 'sent'
    begin([])
  }
  log.tell()
  progress.chunks += 1
}

/** Replies that came while we write: those that are due, or one that ends it all in the middle of a chunk. */
async function hearMeanwhile(transaction: Transaction): Promise<void> {
  const { session, progress } = transaction
  while (session.connection.hasInput()) {
    if (progress.chunksHeard === progress.chunks) throw await interrupted(transaction)
    await hearChunk(transaction)
  }
}

/** A refusal that came before the server hung up is the reason. */
const orHeard =
  (transaction: Transaction) =>
  async (error: unknown): Promise<never> => {
    if (isConnectionLost(error)) await hearMeanwhile(transaction)
    throw transaction.answers.data === null ? error : notTaken(transaction)
  }

async function hearChunk({ session, answers, progress }: Transaction): Promise<void> {
  const { connection, limits } = session
  connection.enter('data')
  const reply = orClosing(connection, await nextReply(connection, 'BDAT', limits.block))
  progress.chunksHeard += 1
  if (!isPositive(reply)) answers.data ??= reply
}
