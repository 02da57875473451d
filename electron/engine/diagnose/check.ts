// What a check is: a question with an id of the catalogue, asked of what was observed, answered by a verdict.
import type { CheckGroup } from '#shared/explain/check-groups.ts'
import type { CheckResult, Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import type { Advice } from './advice.ts'
import type { Observed, Role } from './observed.ts'

export type Severity = Finding['severity']

export type CheckHead = {
  readonly id: `${CheckGroup}-${string}`
  readonly name: Words
  /** How bad it is: by the role, since an MX may be laxer than a server that takes passwords, or by the result. */
  readonly severity: Severity | Readonly<Record<Role, Severity>> | Readonly<Record<'warn' | 'fail', Severity>>
  readonly reference: string
}

export type Check<Subject> = CheckHead & {
  /** Null when the question does not arise. */
  judge(subject: Subject): Verdict | null
}

export type SessionCheck = Check<Observed>

export type Verdict = {
  readonly result: CheckResult
  readonly summary: Words
  readonly advice: Advice | null
  readonly evidence: readonly Evidence[]
}

/** An entry of the session that is judged, by its index, or one of a session that is named. */
export type Evidence = number | { readonly session: string; readonly entry: number }

export const pass = (summary: Words, evidence: readonly Evidence[] = []): Verdict => ({
  result: 'pass',
  summary,
  advice: null,
  evidence,
})
export const info = (summary: Words, advice: Advice | null, evidence: readonly Evidence[] = []): Verdict => ({
  result: 'info',
  summary,
  advice,
  evidence,
})
export const warn = (summary: Words, advice: Advice | null, evidence: readonly Evidence[] = []): Verdict => ({
  result: 'warn',
  summary,
  advice,
  evidence,
})
export const fail = (summary: Words, advice: Advice | null, evidence: readonly Evidence[] = []): Verdict => ({
  result: 'fail',
  summary,
  advice,
  evidence,
})
/** What had to be seen first was not seen: nothing is said about the server. */
export const indeterminate = (reason: Words, evidence: readonly Evidence[] = []): Verdict => ({
  result: 'indeterminate',
  summary: reason,
  advice: null,
  evidence,
})
/** Only a person can say what it takes to ask this. */
export const skipped = (reason: Words): Verdict => ({
  result: 'skipped',
  summary: reason,
  advice: null,
  evidence: [],
})
