// A whole session with a server that says golden lines, mutated: what is said of its mails must be what that server said.
import { getEventListeners } from 'node:events'
import { fromVisible, visible } from '#shared/transcript/text.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { deliver, deliverMany } from '../../electron/engine/delivery/index.ts'
import { composedMail } from '../fakes/composed-mail.ts'
import { goldenSessions } from '../fakes/golden-sessions.ts'
import { deliveryTools, relayOrder } from '../fakes/order.ts'
import type { RecordedSession } from '../fakes/recorder.ts'
import { readTranscript } from '../fakes/transcript.ts'
import { serverLines } from './corpus.ts'
import { loosePeer } from './loose-peer.ts'
import { type Mails, mailsIn } from './mails-taken.ts'
import { mutate } from './mutate.ts'
import { below, chance, pick, type Random } from './random.ts'
import { assert } from './target.ts'

export type SessionInput = {
  /** The golden transcript whose orders the client has. */
  readonly file: string
  /** Mails at once, for a session of many; 0 for one mail alone. */
  readonly window: number
  /** In the form of the golden transcripts. */
  readonly lines: readonly string[]
}

/** Sessions that need a certificate are left out: what goes wrong in them goes wrong below the words. */
const plain = goldenSessions.filter(([file]) => !readTranscript(file).includes('* tls'))
const samples = serverLines.map((line) => Buffer.from(line))

export function sessionInput(random: Random): SessionInput {
  const [file] = pick(random, plain)
  let lines: readonly string[] = readTranscript(file)
  for (let count = 1 + below(random, 4); count > 0; count -= 1) lines = changed(lines, random)
  return { file, window: chance(random, 0.25) ? 1 + below(random, 4) : 0, lines }
}

function changed(lines: readonly string[], random: Random): string[] {
  const at = below(random, lines.length)
  const line = lines[at] ?? ''
  const rewritten = () => `S: ${visible(mutate(random, [Buffer.from(line.slice(3)), ...samples]).toString('latin1'))}`
  return lines.toSpliced(at, ...pick(random, edits)(line, random, rewritten))
}

type Edit = (line: string, random: Random, rewritten: () => string) => [remove: number, ...lines: string[]]

const edits: readonly Edit[] = [
  (line, _, rewritten) => [1, line.startsWith('S:') ? rewritten() : line],
  (line, _, rewritten) => [1, line.startsWith('S:') ? rewritten() : line],
  (line, random) => [1, line, `S: ${pick(random, serverLines)}`],
  (line) => [1, line, line],
  () => [1],
  (line) => [1, line, 'S: 421 4.3.2 Shutting down', '* hang up'],
  (line, random) => [1, line, pick(random, ['* hang up', '* reset', '* silence'])],
  // What was just heard is quoted, secrets and all.
  (line) => [1, line, '* echo'],
]

/** Short, as many of these servers fall silent; what that decides is checked like anything else. */
const replyTimeout = 0.1
const secrets = /s3cret|czNjcmV0|AGFuYQBzM2NyZXQ/
/** A session may have so many octets of record, whatever its server says. */
const longestRecord = 8 * 1024 * 1024

export async function checkSession(input: SessionInput): Promise<string> {
  const [, order] = plain.find(([file]) => file === input.file) ?? []
  await using peer = await loosePeer(input.lines.map(fromVisible))
  const tools = deliveryTools()
  const wish = relayOrder(peer.port, { ...order, replyTimeout })
  let outcome: string
  if (input.window === 0) {
    const receipt = await deliver(wish, tools)
    assert(!secrets.test(JSON.stringify(receipt)), 'no secret is in a receipt')
    checkReceipt(receipt, mailsOf(tools.sessions, input))
    outcome = receipt.outcome
  } else {
    const { sent, refused, unknown, failed, failure } = await deliverMany(
      { ...wish, count: 3, connections: 1, window: input.window, mayOvertake: true, mail: () => composedMail() },
      tools,
    )
    assert(sent + refused + unknown + failed === 3, 'every mail has one fate')
    const { taken } = mailsOf(tools.sessions, input)
    assert(sent <= taken, 'no more mails are sent than were taken')
    const isOnce = taken <= sent + refused + unknown || hasSeveralReplies(input.file)
    assert(isOnce, 'no mail is sent again that was taken')
    assert(failure?.kind !== 'internal', `it failed by itself: ${failure?.message}`)
    outcome = 'many'
  }
  await peer.allClosed()
  const record = JSON.stringify(tools.sessions)
  assert(!secrets.test(record), 'no secret is in a record')
  assert(record.length < longestRecord, 'a record stays within bounds')
  assert(
    tools.sessions.every((session) => session.outcome !== 'running'),
    'every session ends',
  )
  assert(getEventListeners(tools.signal, 'abort').length === 0, 'nobody waits for Stop any more')
  return outcome
}

const hasSeveralReplies = (file: string): boolean => /lmtp|prdr/.test(file)

function mailsOf(sessions: readonly RecordedSession[], { file }: SessionInput): Mails {
  const all = sessions.map(({ entries }) => mailsIn(entries, hasSeveralReplies(file)))
  const sum = (name: keyof Mails) => all.reduce((before, mails) => before + mails[name], 0)
  return { written: sum('written'), taken: sum('taken') }
}

function checkReceipt({ recipients, failure, outcome }: Receipt, mails: Mails): void {
  assert(failure?.kind !== 'internal', `it failed by itself: ${failure?.message}`)
  const has = recipients.filter((one) => one.outcome === 'accepted' && one.stage === 'data')
  assert(has.length === 0 || mails.taken > 0, 'nobody has a mail that no 250 covers')
  assert(outcome !== 'accepted' || failure === null, 'what went well did not fail')
  assert((failure?.kind === 'outcome-unknown') === (outcome === 'unknown'), 'what is unknown is said to be')
  assert(outcome !== 'unknown' || mails.written > 0, 'what is unknown was sent')
}
