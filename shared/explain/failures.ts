// What is said about a failure: its texts by kind, refined by what the server answered (reply-causes.ts).
import type { Failure, FailureKind } from '../values/failure.ts'
import type { Language } from '../values/settings.ts'
import { type FailureRefinement, refines } from './failure-refinement.ts'
import { networkRefinements } from './failure-refinements/network.ts'
import { tlsRefinements } from './failure-refinements/tls.ts'
import type { FailureText } from './failure-text.ts'
import { deliveryFailures } from './failure-texts/delivery.ts'
import { inputFailures } from './failure-texts/input.ts'
import { loginFailures } from './failure-texts/login.ts'
import { networkFailures } from './failure-texts/network.ts'
import { policyFailures } from './failure-texts/policy.ts'
import { tlsFailures } from './failure-texts/tls.ts'
import { wayFailures } from './failure-texts/way.ts'
import type { ReplyCause } from './reply-cause.ts'
import { causeOf } from './reply-causes.ts'
import { retryOf, retryTexts } from './retry.ts'
import { type Fault, sideOf, sideTexts } from './side.ts'
import { fill } from './words.ts'

export const failureTexts: Record<FailureKind, FailureText> = {
  ...inputFailures,
  ...networkFailures,
  ...wayFailures,
  ...loginFailures,
  ...tlsFailures,
  ...policyFailures,
  ...deliveryFailures,
}

export const failureRefinements: readonly FailureRefinement[] = [...networkRefinements, ...tlsRefinements]

export type ExplainedFailure = {
  readonly title: string
  readonly happened: string
  readonly advice: string
  /** Whose side it is on, in words. */
  readonly side: string
  /** Whether trying again helps, as a clause; null where nothing failed. */
  readonly retry: string | null
  readonly rfc: string | null
}

/**
 * The failure in one language, its facts filled in. Where the server's answer or the facts tell more than the kind, title,
 * advice and rule are those of the cause.
 */
export function explainFailure(failure: Failure, language: Language): ExplainedFailure {
  const text = failureTexts[failure.kind]
  const { title, advice, fault, rfc } = meaningOf(failure)
  const retry = retryOf(failure, causeOfFailure(failure) ?? refinementOf(failure))
  return {
    title: fill(title, language, failure.facts),
    happened: fill(text.happened, language, failure.facts),
    advice: fill(advice, language, failure.facts),
    side: sideTexts[sideOf(fault, failure)][language],
    retry: retry === null ? null : retryTexts[retry][language],
    rfc: rfc ?? text.rfc,
  }
}

type Meaning = Pick<FailureText, 'title' | 'advice' | 'rfc'> & { readonly fault: Fault }

/** The most exact that is known: by the words of the server, else by the facts, else by the kind alone. */
export function meaningOf(failure: Failure): Meaning {
  const { title, advice, rfc } = failureTexts[failure.kind]
  return causeOfFailure(failure) ?? refinementOf(failure) ?? { title, advice, rfc, fault: failure.fault }
}

const refinementOf = (failure: Failure): FailureRefinement | null =>
  failureRefinements.find((one) => refines(one, failure)) ?? null

/** What the reply inside a failure says of its cause; null when there is none or it says nothing more. */
export const causeOfFailure = (failure: Failure): ReplyCause | null =>
  failure.reply === null || saysEnough.has(failure.kind) ? null : causeOf(failure.reply, failure.stage, failure.facts)

// Here the kind was told by more than the reply beside it.
const saysEnough: ReadonlySet<FailureKind> = new Set([
  'outcome-unknown',
  'login-protocol-error',
  'login-server-unproven',
  'login-token-refused',
  'login-required',
  'starttls-injection',
  'policy-tls-missing',
  'reply-malformed',
  'stopped',
])
