// The one error of the engine: thrown only when a conversation cannot go on, and carried away as a Failure value.

import type { FactName } from '#shared/explain/facts.ts'
import { failureTexts } from '#shared/explain/failures.ts'
import { fill } from '#shared/explain/words.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'

export class SmtpError extends Error {
  readonly failure: Failure

  constructor(failure: Failure, cause?: unknown) {
    super(failure.message, { cause })
    this.name = 'SmtpError'
    this.failure = failure
  }
}

export type FailureFacts = { readonly [name in FactName]?: string | undefined }
export type FailureDetails = {
  readonly facts?: FailureFacts | undefined
  readonly reply?: Reply | null | undefined
  readonly cause?: unknown
}

/** `message`: one English sentence with what was tried, where, and what came back. Whose fault and advice follow from the kind. */
export function smtpError(kind: FailureKind, stage: Stage, message: string, details: FailureDetails = {}): SmtpError {
  const facts = definedFacts(details.facts ?? {})
  const { fault, advice } = failureTexts[kind]
  const failure: Failure = {
    kind,
    stage,
    message,
    reply: details.reply ?? null,
    fault,
    advice: fill(advice, 'en', facts),
    facts,
  }
  return new SmtpError(failure, details.cause)
}

/** What went wrong, whatever was thrown: a mistake of our own becomes `internal`. */
export function failureOf(error: unknown, stage: Stage): Failure {
  if (error instanceof SmtpError) return error.failure
  const reason = error instanceof Error ? error.message : String(error)
  return smtpError('internal', stage, `Heloise failed: ${reason}.`, { facts: { reason } }).failure
}

function definedFacts(facts: FailureFacts): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
