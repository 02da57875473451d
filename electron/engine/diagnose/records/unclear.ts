// The verdict where DNS gave no answer: nothing is said about the domain.
import { say } from '#shared/explain/words.ts'
import { indeterminate, type Verdict } from '../check.ts'
import { wordsOf } from '../preconditions.ts'
import type { Answered } from './answered.ts'

/** Null when every answer came. */
export function unclear(...answers: readonly Answered[]): Verdict | null {
  const failure = answers.find((answer) => answer.failure !== null)?.failure
  if (failure == null) return null
  const { en, es } = wordsOf(failure).happened
  return indeterminate(say(`Not judged: ${en}`, `Sin valorar: ${es}`))
}
