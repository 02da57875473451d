// Which entries pass the filter and which the search found, as the shown session grows and as its pages come to memory.
import type { StoreApi } from 'zustand/vanilla'
import type { Test } from './filter.ts'
import { sessionOf } from './open-sessions.ts'
import { allRows, foundRows, type Rows } from './rows-of.ts'
import { advance, newScan, type Scan } from './scan.ts'
import type { TranscriptStore } from './session-store.ts'

export type RowScans = {
  rows(id: string | null): Rows
  hits(): readonly number[]
  /** From now on other tests hold; null for none. */
  restart(filter: Test | null, search: Test | null): void
  /** Tests what came since; a page that is not in memory is asked for. Answers whether it came any further. */
  catchUp(id: string | null): boolean
  /** Every entry of a session that passes, whatever has to be read for it. */
  all(id: string, test: Test): Promise<readonly number[]>
}

export function createRowScans(sessions: StoreApi<TranscriptStore>): RowScans {
  let filtered: Scan | null = null
  let hit: Scan | null = null
  const lengthOf = (id: string) => sessionOf(sessions.getState(), id)?.length ?? 0
  const step = (id: string, scan: Scan) => advance(scan, lengthOf(id), (page) => sessions.getState().page(id, page))

  return {
    rows: (id) => (filtered ? foundRows(filtered.found) : allRows(id === null ? 0 : lengthOf(id))),
    hits: () => hit?.found ?? [],
    restart(filter, search) {
      filtered = filter && newScan(filter)
      hit = search && newScan(search)
    },
    catchUp(id) {
      if (id === null) return false
      const scans = [filtered, hit].filter((scan) => scan !== null)
      const before = scans.map(({ scanned }) => scanned)
      const missing = scans.map((scan) => step(id, scan)).filter((page) => page !== null)
      for (const page of new Set(missing)) sessions.getState().read(id, page).catch(gone)
      return scans.some(({ scanned }, place) => scanned !== before[place])
    },
    async all(id, test) {
      const scan = newScan(test)
      for (let page = step(id, scan); page !== null; page = step(id, scan)) await sessions.getState().read(id, page)
      return scan.found
    },
  }
}

/** A session that was removed from storage meanwhile: its rows stay empty. */
export const gone = (): void => undefined
