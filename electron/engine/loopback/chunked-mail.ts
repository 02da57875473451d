// A mail that comes in chunks (RFC 3030 §2): what each brings goes on at once to the one who stores it; the 250 to the last one comes
// when the mail is kept safe and not before.
import { PassThrough } from 'node:stream'
import type { Reply } from '#shared/values/reply.ts'
import type { Chunk, State } from './acts.ts'
import { FarTooLarge } from './arrival.ts'
import { replies, reply } from './replies.ts'
import type { Session } from './session.ts'
import { createSurvey } from './survey.ts'
import { storeMail } from './take-mail.ts'
import { WireOver } from './waiting.ts'

export type ChunkedMail = {
  /** The reply to one chunk; the mail begins with the first. */
  take(state: State, chunk: Chunk): Promise<Reply>
  /** What was begun comes to nothing: RSET, or the end of the session. */
  letGo(): Promise<void>
}

type Begun = {
  readonly content: PassThrough
  readonly id: Promise<string | null>
  readonly deadline: number
  size: number
}

export function createChunkedMail(session: Omit<Session, 'chunked'>): ChunkedMail {
  const { wire, tap, host } = session
  const { limits } = host
  let begun: Begun | null = null

  return { take, letGo }

  async function take(state: State, { size, isLast, refusal }: Chunk): Promise<Reply> {
    if (size > limits.mailSize + limits.refusedSize) throw new FarTooLarge('Far more than the size limit was sent.')
    if (refusal !== null) {
      await read(size, async () => {})
      return refusal
    }
    begun ??= begin(state)
    const mail = begun
    mail.size += size
    const isTooLarge = mail.size > limits.mailSize
    await read(size, (octets) => (isTooLarge ? Promise.resolve() : pass(mail.content, octets)), mail.deadline)
    if (isTooLarge) {
      await letGo()
      return replies.tooLarge
    }
    return isLast ? finish(mail) : reply(250, '2.0.0', `${size} octets taken`)
  }

  function begin(state: State): Begun {
    const content = new PassThrough()
    content.on('error', () => {})
    const id = storeMail(session, state, content).finally(() => content.destroy())
    return { content, id, deadline: performance.now() + limits.contentTime, size: 0 }
  }

  async function finish({ content, id }: Begun): Promise<Reply> {
    content.end()
    begun = null
    const kept = await id
    return kept === null ? replies.notKept : reply(250, '2.0.0', `kept as ${kept}`)
  }

  async function letGo(): Promise<void> {
    if (begun === null) return
    const { content, id } = begun
    begun = null
    content.destroy(new Error('it was given up before its last chunk'))
    await id
  }

  /** Exactly so many octets, told of in the transcript as one piece. */
  async function read(size: number, use: (octets: Buffer) => Promise<void>, deadline = Number.POSITIVE_INFINITY) {
    const survey = createSurvey()
    for (let left = size; left > 0; ) {
      if (performance.now() > deadline) throw new WireOver('timed-out', 'The mail took too long to come in.')
      const block = await wire.block(limits.blockTime)
      const octets = block.subarray(0, left)
      wire.putBack(block.subarray(octets.length))
      left -= octets.length
      survey.add(octets)
      await use(octets)
    }
    if (size > 0) tap.body('client', survey.firstLines(), size, survey.facts())
  }
}

/** Waits for whoever stores it, unless that one wants no more. */
function pass(content: PassThrough, octets: Buffer): Promise<void> {
  if (content.destroyed || content.write(octets)) return Promise.resolve()
  return new Promise((resolve) => {
    const end = () => {
      content.off('drain', end).off('close', end)
      resolve()
    }
    content.on('drain', end).on('close', end)
  })
}
