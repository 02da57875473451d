// What a call of the contract came to grief over, as the one kind of failure that every screen can explain.
import { ORPCError } from '@orpc/client'
import { failureTexts } from '#shared/explain/failures.ts'
import { fill } from '#shared/explain/words.ts'
import { type Failure, failureSchema } from '#shared/values/failure.ts'

export function failureOf(error: unknown): Failure {
  if (error instanceof ORPCError) {
    const told = failureSchema.safeParse(error.data)
    if (told.success) return told.data
  }
  return internal(error instanceof Error ? error.message : String(error))
}

/** Whether the thing that was asked for is gone. */
export const isNotFound = (error: unknown): boolean => error instanceof ORPCError && error.code === 'NOT_FOUND'

function internal(reason: string): Failure {
  const { fault, happened, advice } = failureTexts.internal
  const facts = { reason }
  return {
    kind: 'internal',
    stage: 'input',
    message: fill(happened, 'en', facts),
    reply: null,
    fault,
    advice: fill(advice, 'en', facts),
    facts,
  }
}
