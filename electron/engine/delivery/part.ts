// What one host, or one domain, did with its share of the recipients.
import type { Failure } from '#shared/values/failure.ts'
import type { RecipientOutcome } from '#shared/values/receipt.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { ServerFacts } from '../smtp/index.ts'
import type { Attempt } from './attempt.ts'

export type Part = {
  readonly facts: ServerFacts | null
  readonly recipients: readonly RecipientOutcome[]
  readonly failure: Failure | null
  readonly isStopped: boolean
  readonly left?: Attempt['left']
}

/** `stage`: where a session ended that was told to stop before the mail. */
export function partOf(attempt: Attempt, recipients: readonly string[], stage: Stage): Part {
  const { facts, result, failure, left } = attempt
  if (result !== null) return { facts, failure, recipients: result.recipients, isStopped: result.isStopped, left }
  const unjudged = neverJudged(recipients, failure?.stage ?? stage)
  return { facts, failure, recipients: unjudged, isStopped: failure === null, left }
}

/** The conversation ended before it began for these recipients. */
export function failedPart(recipients: readonly string[], failure: Failure): Part {
  return { facts: null, failure, recipients: neverJudged(recipients, failure.stage), isStopped: false }
}

const neverJudged = (recipients: readonly string[], stage: Stage): RecipientOutcome[] =>
  recipients.map((address) => ({ address, outcome: 'refused', stage, reply: null }))
