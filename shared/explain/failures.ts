// What is said about a failure: its texts by kind, refined by what the server answered (reply-causes.ts).
import type { Failure, FailureKind } from '../values/failure.ts'
import type { Language, Words } from '../values/settings.ts'
import type { FailureText } from './failure-text.ts'
import { deliveryFailures } from './failure-texts/delivery.ts'
import { inputFailures } from './failure-texts/input.ts'
import { loginFailures } from './failure-texts/login.ts'
import { networkFailures } from './failure-texts/network.ts'
import { tlsFailures } from './failure-texts/tls.ts'
import { fill, say } from './words.ts'

export const failureTexts: Record<FailureKind, FailureText> = {
  ...inputFailures,
  ...networkFailures,
  ...loginFailures,
  ...tlsFailures,
  ...deliveryFailures,
}

export const faultTexts: Record<Failure['fault'], Words> = {
  ours: say('On this side', 'De este lado'),
  theirs: say('On the server’s side', 'Del lado del servidor'),
  network: say('On the way there', 'En el camino'),
}

export type ExplainedFailure = {
  readonly title: string
  readonly happened: string
  readonly advice: string
  /** Whose side it is on, in words. */
  readonly fault: string
  readonly rfc: string | null
}

/** The failure in one language, its facts filled in. */
export function explainFailure(failure: Failure, language: Language): ExplainedFailure {
  const text = failureTexts[failure.kind]
  return {
    title: fill(text.title, language, failure.facts),
    happened: fill(text.happened, language, failure.facts),
    advice: fill(text.advice, language, failure.facts),
    fault: faultTexts[failure.fault][language],
    rfc: text.rfc,
  }
}
