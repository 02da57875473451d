// Entries of all open sessions, in pages, at most so many at a time: the page that was not read for longest is given up
// first and is read again from storage. Appending touches one page and copies nothing.
import type { Entry } from '#shared/values/transcript.ts'

export const pageSize = 1000

export type Page = readonly (Entry | undefined)[]

export type EntryPages = {
  append(id: string, entries: readonly Entry[]): void
  /** Takes a page that was read from storage. */
  put(id: string, page: number, entries: readonly Entry[]): void
  /** `undefined`: not in memory. */
  page(id: string, page: number): Page | undefined
  at(id: string, index: number): Entry | undefined
  drop(id: string): void
  /** How many entries the pages in memory hold. */
  size(): number
}

/** About 300 octets an entry: some 15 MB. */
const mostEntries = 50_000

export function createEntryPages(most = mostEntries): EntryPages {
  /** In the order of their last use; the key is `id/page`. */
  const pages = new Map<string, (Entry | undefined)[]>()
  let latest = ''

  const read = (key: string) => {
    const found = pages.get(key)
    if (found && key !== latest) {
      latest = key
      pages.delete(key)
      pages.set(key, found)
    }
    return found
  }

  const write = (key: string, entries: (Entry | undefined)[]) => {
    pages.set(key, entries)
    const spare = [...pages].filter(([other, { length }]) => other !== key && length >= pageSize)
    const excess = Math.ceil((pages.size * pageSize - most) / pageSize)
    for (const [other] of spare.slice(0, Math.max(0, excess))) pages.delete(other)
  }

  return {
    append(id, entries) {
      for (const entry of entries) {
        const key = keyOf(id, Math.floor(entry.index / pageSize))
        const page = read(key)
        if (page) page[entry.index % pageSize] = entry
        else if (entry.index % pageSize === 0) write(key, [entry])
      }
    },
    put: (id, page, entries) => write(keyOf(id, page), [...entries]),
    page: (id, page) => read(keyOf(id, page)),
    at: (id, index) => read(keyOf(id, Math.floor(index / pageSize)))?.[index % pageSize],
    drop(id) {
      for (const key of [...pages.keys()]) if (key.startsWith(`${id}/`)) pages.delete(key)
    },
    size: () => [...pages.values()].reduce((sum, { length }) => sum + length, 0),
  }
}

const keyOf = (id: string, page: number) => `${id}/${page}`
