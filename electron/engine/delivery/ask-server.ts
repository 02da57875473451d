// Asks a server single things, such as VRFY or HELP: its session up to and with the login, the questions, then QUIT.
import { placeName } from '#shared/address/index.ts'
import type { Answer, Question } from '#shared/values/question.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { askLine, askOctets, checkWire, leave, nothingKnown, type Session, shownLine } from '../smtp/index.ts'
import { failureOf } from '../smtp-error.ts'
import { type Attempt, type AttemptTarget, type AttemptTools, reach } from './attempt.ts'
import { checkAccessible } from './check-order.ts'
import type { Access, DeliveryTools, Manner } from './order.ts'
import { failedPart, type Part, partOf } from './part.ts'
import { toReceipt } from './receipt.ts'
import { type Recorded, recorded } from './recorded.ts'
import { bareHost, planOptions, relayPlan } from './session-plan.ts'
import { createStageClock } from './stage-clock.ts'

export type AskOrder = Manner & { readonly access: Access; readonly questions: readonly Question[] }
export type AskTools = DeliveryTools & { readonly onAnswer: (answer: Answer) => void }

/**
 * The receipt has no recipients; `checked` when every question was answered, whatever the answers said. Never throws for
 * trouble with peers or networks.
 */
export async function askServer(order: AskOrder, tools: AskTools): Promise<Receipt> {
  const clock = createStageClock((stage) => tools.onStage?.(stage))
  const work: Recorded = { tools, clock, transcripts: [], leaving: [] }
  const parts = [await askedPart(order, work, tools.onAnswer)]
  const { transcripts } = work
  return toReceipt({ parts, order: [], messageId: null, timings: clock.timings(), bytes: 0, transcripts })
}

async function askedPart(order: AskOrder, work: Recorded, onAnswer: AskTools['onAnswer']): Promise<Part> {
  const { access, questions } = order
  try {
    checkAccessible(access)
    if (order.wire !== undefined) checkWire(order.wire)
  } catch (error) {
    return failedPart([], failureOf(error, 'input'))
  }
  const plan = relayPlan(access, planOptions(order, null))
  const target = { host: bareHost(access.host), port: access.port, plan }
  const ask = (session: Session) => askAll(session, questions, onAnswer)
  return partOf(await recorded(placeName(target), work, (inner) => attemptAsking(target, ask, inner)), [], 'auth')
}

async function attemptAsking(
  target: AttemptTarget,
  ask: (session: Session) => Promise<void>,
  tools: AttemptTools,
): Promise<Attempt> {
  const facts = nothingKnown()
  try {
    const session = await reach(target, facts, tools)
    if (session !== null) await ask(session)
    return { facts, result: null, failure: null }
  } catch (error) {
    return { facts, result: null, failure: failureOf(error, tools.tap.stage) }
  }
}

async function askAll(session: Session, questions: readonly Question[], onAnswer: AskTools['onAnswer']): Promise<void> {
  let code = 0
  try {
    for (const { text, isExact } of questions) {
      // What follows a challenge is part of a login, whoever types it.
      const isSecret = code === challenge
      const replies = isExact ? await askOctets(session, text, isSecret) : [await askLine(session, text, isSecret)]
      onAnswer({ question: shownLine(text, isSecret), replies })
      code = replies.at(-1)?.code ?? code
    }
  } catch (error) {
    await leave(session.connection, session.limits, failureOf(error, session.connection.tap.stage), session.wire.leave)
    throw error
  }
  // In the middle of a mail or a login, or after QUIT, another QUIT would be taken for something else or not at all.
  const { connection, limits, wire } = session
  if (wire.leave !== 'quit' || isBetweenCommands(code)) await leave(connection, limits, null, wire.leave)
  else connection.drop()
}

/** RFC 4954 §4 */
const challenge = 334
/** RFC 5321 §4.1.1.10 */
const closing = 221
const isBetweenCommands = (code: number): boolean => code !== closing && Math.floor(code / 100) !== 3
