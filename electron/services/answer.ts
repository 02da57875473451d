// How every call is answered: the contract's builder, what is known of the connection, and trouble told as data.
import { implement, ORPCError } from '@orpc/server'
import type { MenuCommand } from '#shared/contract/app.ts'
import { contract } from '#shared/contract/index.ts'
import { failureTexts } from '#shared/explain/failures.ts'
import { fill } from '#shared/explain/words.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import { SmtpError, smtpError } from '../engine/smtp-error.ts'

/** One window. `menu`: what its menu asks for; null where there is no menu. */
export type ConnectionContext = { readonly menu: AsyncIterable<MenuCommand> | null }

/** Answers calls of the contract; whatever is thrown on the way becomes one of its two errors. */
export const answer = implement(contract)
  .$context<ConnectionContext>()
  .use(async ({ next }) => {
    try {
      return await next()
    } catch (trouble) {
      throw toProblem(trouble)
    }
  })

const problem = (failure: Failure) => new ORPCError('PROBLEM', { data: failure })
export const notFound = (id: string) => new ORPCError('NOT_FOUND', { data: { id } })

/** What a call came to grief over, as an error of the contract. What nobody expected is told to stderr alone. */
export function toProblem(trouble: unknown): ORPCError<string, unknown> {
  if (trouble instanceof ORPCError) return trouble
  if (trouble instanceof SmtpError) return problem(trouble.failure)
  console.error(trouble)
  return problem(smtpError('internal', 'input', 'Heloise failed at something it did not expect.').failure)
}

/** Something typed that cannot be used, told in the words of its kind. */
export function inputError(kind: FailureKind, facts: Failure['facts']): SmtpError {
  return smtpError(kind, 'input', fill(failureTexts[kind].happened, 'en', facts), { facts })
}
