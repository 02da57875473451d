// Findings that say the same of several places, as one: what is wrong everywhere is read once.
import type { Finding } from '#shared/values/report.ts'

/** In their order; at least one in each. */
export function sameFindings(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = Map.groupBy(findings, ({ id, result, summary, advice }) =>
    JSON.stringify([id, result, summary.en, advice?.en]),
  )
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  )
}
