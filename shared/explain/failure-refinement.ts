// Where the facts of a failure tell more than its kind: when that is so, and what to say then instead of the kind's own texts.
import type { Failure, FailureKind } from '../values/failure.ts'
import type { Words } from '../values/settings.ts'
import type { Stage } from '../values/stage.ts'
import type { FactName } from './facts.ts'

export type FailureRefinement = {
  readonly kinds: readonly FailureKind[]
  readonly stages?: readonly Stage[]
  /** Every one that is named must be known and fit. */
  readonly facts?: Readonly<Partial<Record<FactName, RegExp>>>
  readonly fault: Failure['fault']
  readonly title: Words
  readonly advice: Words
  readonly rfc: string | null
  /** Whether the same may pass later without any change. */
  readonly passes: boolean
}

export const refines = ({ kinds, stages, facts = {} }: FailureRefinement, failure: Failure): boolean =>
  kinds.includes(failure.kind) &&
  (stages?.includes(failure.stage) ?? true) &&
  Object.entries(facts).every(([name, pattern]) => pattern.test(failure.facts[name] ?? ''))
