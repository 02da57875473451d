// From a verdict to a finding of the report: with its check, its place and its evidence.
import type { Provider } from '#shared/explain/provider.ts'
import { say } from '#shared/explain/words.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { adviceFor } from './advice.ts'
import { type Check, type CheckHead, type Evidence, indeterminate, type Severity, type Verdict } from './check.ts'
import { endpointName, type Observed, type Role } from './observed.ts'
import { softwareOf } from './software.ts'

export type FindingPlace = {
  readonly endpoint: string
  readonly session: string | null
  readonly role: Role
  /** Whose server it is, as far as it is known. */
  readonly software?: Provider | null
}

/** Of what one session showed. */
export const placeOf = (observed: Observed): FindingPlace => ({
  endpoint: endpointName(observed.endpoint),
  session: observed.session,
  role: observed.endpoint.role,
  software: softwareOf(observed),
})

/** Null when the question does not arise. A check that throws becomes a finding that could not be judged. */
export function findingOf<Subject>(check: Check<Subject>, subject: Subject, place: FindingPlace): Finding | null {
  const began = performance.now()
  const verdict = judged(check, subject)
  if (verdict === null) return null
  const { result, summary, advice, evidence } = verdict
  const { session, endpoint } = place
  return {
    id: check.id,
    group: groupOf(check.id),
    name: check.name,
    result,
    severity: severityOf(check, verdict, place.role),
    endpoint,
    summary,
    advice: advice === null ? null : adviceFor(advice, place.software ?? null),
    reference: check.reference,
    evidence: evidence.flatMap((one) => placed(one, session)),
    durationMs: Math.round((performance.now() - began) * 1000) / 1000,
  }
}

const placed = (evidence: Evidence, session: string | null) => {
  if (typeof evidence !== 'number') return [{ ...evidence }]
  return session === null ? [] : [{ session, entry: evidence }]
}

/** A check of the catalogue that was not made, so that nobody takes its silence for a pass. */
export function skippedFinding({ id, name, reference }: CheckHead, target: string, reason: Words): Finding {
  return {
    id,
    group: groupOf(id),
    name,
    result: 'skipped',
    severity: 'info',
    endpoint: target,
    summary: reason,
    advice: null,
    reference,
    evidence: [],
    durationMs: 0,
  }
}

function judged<Subject>(check: Check<Subject>, subject: Subject): Verdict | null {
  try {
    return check.judge(subject)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return indeterminate(say(`This could not be checked: ${reason}.`, `No se pudo comprobar: ${reason}.`))
  }
}

/** `STL` of `STL-01`. */
export const groupOf = (id: string): string => id.split('-')[0] ?? ''

/** Only what should change has a weight. */
function severityOf({ severity }: Pick<Check<unknown>, 'severity'>, { result }: Verdict, role: Role): Severity {
  if (result !== 'warn' && result !== 'fail') return 'info'
  if (typeof severity === 'string') return severity
  return 'mx' in severity ? severity[role] : severity[result]
}
