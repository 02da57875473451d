// The suites of a scan as a table: a row for each, a column for each version that was listed, and the place it has there.
import type { Suite, SuiteList } from '../values/tls-scan.ts'
import { suiteStrengths } from '../values/tls-scan-terms.ts'

export type SuiteRow = {
  readonly suite: Suite
  /** For each list: its place from 1 on, or null where it is not offered. */
  readonly places: readonly (number | null)[]
}

/** The newest version first, and the suites as its list has them. */
export function suiteTable(lists: readonly SuiteList[]): { lists: readonly SuiteList[]; rows: readonly SuiteRow[] } {
  const newest = lists.toReversed().toSorted((a, b) => b.version.localeCompare(a.version))
  const suites = new Map(newest.flatMap((list) => list.suites.map((suite) => [suite.id, suite] as const)))
  const rows = [...suites.values()].map((suite) => ({
    suite,
    places: newest.map((list) => placeIn(list, suite)),
  }))
  return { lists: newest, rows: rows.toSorted(byStrength) }
}

function placeIn({ suites }: SuiteList, { id }: Suite): number | null {
  const index = suites.findIndex((suite) => suite.id === id)
  return index === -1 ? null : index + 1
}

/** The sort is stable, so that what is of one strength keeps its order. */
const byStrength = (a: SuiteRow, b: SuiteRow): number =>
  suiteStrengths.indexOf(a.suite.strength) - suiteStrengths.indexOf(b.suite.strength)
