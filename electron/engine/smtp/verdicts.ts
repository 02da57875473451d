// What is certain for each recipient, told from what the server answered so far. Pure.
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'
import { isPermanent, isPositive, isTransient } from './reply-class.ts'

/** The answers that a mail has had so far. */
export type Answers = {
  mail: Reply | null
  /** In the order of the recipients; shorter than their list when the conversation ended early. */
  rcpt: Reply[]
  /** A refusal of DATA itself. */
  data: Reply | null
  /** `sent`: the final dot left, and no answer came that says yes or no. */
  dot: Reply | 'sent' | null
}

export const noAnswers = (): Answers => ({ mail: null, rcpt: [], data: null, dot: null })

/** `end`: where the conversation was when it ended. */
export function judge(
  recipients: readonly string[],
  answers: Answers,
  end: Stage,
  isStopped: boolean,
): RecipientOutcome[] {
  return recipients.map((address, index) => {
    const rcpt = answers.rcpt[index] ?? null
    if (answers.mail !== null && !isPositive(answers.mail)) return refused(address, 'mail', answers.mail)
    if (rcpt !== null && !isPositive(rcpt)) return refused(address, 'rcpt', rcpt)
    if (rcpt === null) return refused(address, end, null)
    // A check without sending: the server would take it, and that is all that was asked.
    if (isStopped) return { address, outcome: 'accepted', stage: 'rcpt', reply: rcpt }
    return judgeData(address, answers, end)
  })
}

function judgeData(address: string, { data, dot }: Answers, end: Stage): RecipientOutcome {
  if (data !== null) return refused(address, 'data', data)
  if (dot === null) return refused(address, end, null)
  if (dot === 'sent') return { address, outcome: 'unknown', stage: 'data', reply: null }
  if (isPositive(dot)) return { address, outcome: 'accepted', stage: 'data', reply: dot }
  return isTransient(dot) || isPermanent(dot)
    ? refused(address, 'data', dot)
    : { address, outcome: 'unknown', stage: 'data', reply: dot }
}

const refused = (address: string, stage: Stage, reply: Reply | null): RecipientOutcome => ({
  address,
  outcome: 'refused',
  stage,
  reply,
})
