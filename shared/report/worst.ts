// Findings in the order in which a person wants them: the worst first.
import type { CheckResult, Finding } from '../values/report.ts'

const order: Record<CheckResult, number> = { fail: 0, warn: 1, indeterminate: 2, info: 3, pass: 4, skipped: 5 }
const severities: Record<Finding['severity'], number> = { critical: 0, high: 1, medium: 2, low: 3, info: 4 }

export const byWorst = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => order[a.result] - order[b.result] || severities[a.severity] - severities[b.severity])

/** Whether something should change. */
export const isBad = ({ result }: Pick<Finding, 'result'>): boolean => result === 'fail' || result === 'warn'

/** The groups that have findings, in the order in which they were checked. */
export const groupsOf = (findings: readonly Finding[]): readonly string[] => [
  ...new Set(findings.map(({ group }) => group)),
]
