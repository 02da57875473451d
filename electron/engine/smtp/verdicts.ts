// What is certain for each recipient, told from what the server answered so far. Pure.
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'
import { isPermanent, isPositive, isTransient, takesMail } from './reply-class.ts'

/** The answers that a mail has had so far. */
export type Answers = {
  mail: Reply | null
  /** In the order of the recipients; shorter than their list when the conversation ended early. */
  rcpt: Reply[]
  /** A refusal of DATA itself, or of a chunk that was not the last. */
  data: Reply | null
  /** `sent`: the mail left whole, and no answer came that says yes or no for all. */
  dot: Reply | 'sent' | null
  /** By the recipient's position: replies of its own after the mail. */
  each: Map<number, Reply>
  /** LMTP: those replies are the last word. With PRDR they are nothing without the one for all. */
  isEachFinal: boolean
}

export const noAnswers = (isEachFinal = false): Answers => ({
  mail: null,
  rcpt: [],
  data: null,
  dot: null,
  each: new Map(),
  isEachFinal,
})

/** `end`: where the conversation was when it ended. */
export function judge(
  recipients: readonly string[],
  answers: Answers,
  end: Stage,
  isStopped: boolean,
): RecipientOutcome[] {
  return recipients.map((address, index) => {
    const rcpt = answers.rcpt[index] ?? null
    const verdict = verdictFor(index, answers)
    if (verdict !== null && contradicts(answers, verdict, rcpt)) return unknown(address, verdict)
    if (answers.mail !== null && !isPositive(answers.mail)) return refused(address, 'mail', answers.mail)
    if (rcpt !== null && !isPositive(rcpt)) return refused(address, 'rcpt', rcpt)
    // A mail that left whole ahead of its replies may have been taken before they were lost.
    if (rcpt === null) return answers.dot === 'sent' ? unknown(address, null) : refused(address, end, null)
    // A check without sending: the server would take it, and that is all that was asked.
    if (isStopped) return { address, outcome: 'accepted', stage: 'rcpt', reply: rcpt }
    return judgeData(address, answers, { own: answers.each.get(index) ?? null, end })
  })
}

type End = { readonly own: Reply | null; readonly end: Stage }

function judgeData(address: string, { data, dot, isEachFinal }: Answers, { own, end }: End): RecipientOutcome {
  if (data !== null) return refused(address, 'data', data)
  if (dot === null) return refused(address, end, null)
  if (own !== null && (isEachFinal || isTransient(own) || isPermanent(own))) return byReply(address, own)
  if (dot === 'sent') return unknown(address, null)
  return byReply(address, own !== null && takesMail(dot) ? own : dot)
}

function byReply(address: string, reply: Reply): RecipientOutcome {
  if (takesMail(reply)) return { address, outcome: 'accepted', stage: 'data', reply }
  return isTransient(reply) || isPermanent(reply) ? refused(address, 'data', reply) : unknown(address, reply)
}

/** What the server said of the mail when it had it whole. */
function verdictFor(index: number, { dot, each, isEachFinal }: Answers): Reply | null {
  if (isEachFinal) return each.get(index) ?? null
  return dot === 'sent' ? null : dot
}

/** A sender or a chunk that is refused, and yet a recipient and the mail that are taken: nobody knows what such a server does. */
const contradicts = ({ mail, data }: Answers, verdict: Reply, rcpt: Reply | null): boolean =>
  takesMail(verdict) && rcpt !== null && isPositive(rcpt) && ((mail !== null && !isPositive(mail)) || data !== null)

const unknown = (address: string, reply: Reply | null): RecipientOutcome => ({
  address,
  outcome: 'unknown',
  stage: 'data',
  reply,
})

const refused = (address: string, stage: Stage, reply: Reply | null): RecipientOutcome => ({
  address,
  outcome: 'refused',
  stage,
  reply,
})
