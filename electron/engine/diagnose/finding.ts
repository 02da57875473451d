// From a verdict to a finding of the report: with its check, its place and its evidence.
import { say } from '#shared/explain/words.ts'
import type { Finding } from '#shared/values/report.ts'
import { type Check, indeterminate, type Severity, type Verdict } from './check.ts'
import type { Role } from './observed.ts'

export type FindingPlace = { readonly endpoint: string; readonly session: string | null; readonly role: Role }

/** Null when the question does not arise. A check that throws becomes a finding that could not be judged. */
export function findingOf<Subject>(check: Check<Subject>, subject: Subject, place: FindingPlace): Finding | null {
  const began = performance.now()
  const verdict = judged(check, subject)
  if (verdict === null) return null
  const { result, summary, advice, evidence } = verdict
  const { session, endpoint } = place
  return {
    id: check.id,
    group: check.id.split('-')[0] ?? '',
    name: check.name,
    result,
    severity: severityOf(check, verdict, place.role),
    endpoint,
    summary,
    advice,
    reference: check.reference,
    evidence: session === null ? [] : evidence.map((entry) => ({ session, entry })),
    durationMs: Math.round((performance.now() - began) * 1000) / 1000,
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

/** Only what should change has a weight. */
function severityOf({ severity }: Pick<Check<unknown>, 'severity'>, { result }: Verdict, role: Role): Severity {
  if (result !== 'warn' && result !== 'fail') return 'info'
  return typeof severity === 'string' ? severity : severity[role]
}
