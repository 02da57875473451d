// Rows of the screen and entries of the session: the same numbers, or a filtered list.
import { lowerBound } from './scan.ts'

export type Rows = {
  readonly count: number
  entryOf(row: number): number
  /** Null when the entry is not among the rows. */
  rowOf(entry: number): number | null
  /** The nearest row at or after an entry. */
  nearest(entry: number): number
}

export const allRows = (count: number): Rows => ({
  count,
  entryOf: (row) => row,
  rowOf: (entry) => (entry < count ? entry : null),
  nearest: (entry) => Math.min(entry, count - 1),
})

export const foundRows = (found: readonly number[]): Rows => ({
  count: found.length,
  entryOf: (row) => found[row] ?? 0,
  rowOf(entry) {
    const row = lowerBound(found, entry)
    return found[row] === entry ? row : null
  },
  nearest: (entry) => Math.min(lowerBound(found, entry), found.length - 1),
})
