// A list of the entries that pass a test, which grows with its session: each entry is tested once.

import { type Page, pageSize } from './entry-pages.ts'
import type { Test } from './filter.ts'

export type Scan = {
  readonly test: Test
  /** Indexes of the entries that passed, ascending. */
  readonly found: number[]
  scanned: number
}

export const newScan = (test: Test): Scan => ({ test, found: [], scanned: 0 })

type ReadPage = (page: number) => Page | undefined

/** Goes on as far as pages are in memory; answers the page that must be read first, null when it came to the end. */
export function advance(scan: Scan, length: number, readPage: ReadPage): number | null {
  while (scan.scanned < length) {
    const number = Math.floor(scan.scanned / pageSize)
    const page = readPage(number)
    if (!page) return number
    const end = Math.min(length, (number + 1) * pageSize)
    for (let index = scan.scanned; index < end; index++) {
      const entry = page[index % pageSize]
      if (entry && scan.test(entry)) scan.found.push(index)
    }
    scan.scanned = end
  }
  return null
}

/** Position of the first value that is not below `value`, in an ascending list. */
export function lowerBound(list: readonly number[], value: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** The value after (or before) `from` in an ascending list, beginning anew at its end; null when it is empty. */
export function nextIn(list: readonly number[], from: number, step: 1 | -1): number | null {
  const place = step === 1 ? lowerBound(list, from + 1) : lowerBound(list, from) - 1
  return list.at(place === list.length ? 0 : place) ?? null
}
