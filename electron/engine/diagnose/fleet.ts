// All that was seen, side by side: for the questions that no single place can answer.
import type { Check } from './check.ts'
import type { DomainObserved } from './domain.ts'
import type { Observed } from './observed.ts'

export type Fleet = {
  readonly target: string
  /** Null where no domain was named. */
  readonly domain: DomainObserved | null
  /** Every place that was looked at, those that did not answer too. */
  readonly places: readonly Observed[]
}

export type FleetCheck = Check<Fleet>
