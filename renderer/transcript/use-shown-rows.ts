// The rows in sight: which entries they show, where they stand, and that their pages are in memory.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import { useStore } from 'zustand'
import type { Entry } from '#shared/values/transcript.ts'
import { pageSize } from './entry-pages.ts'
import { heightOf, rowHeight } from './row-height.ts'
import { gone } from './row-scans.ts'
import type { Rows } from './rows-of.ts'
import { transcriptStore, viewStore } from './store.ts'
import type { View } from './view-store.ts'

export type ShownRow = {
  readonly row: number
  readonly start: number
  readonly height: number
  readonly entry: Entry
}

export type ShownRows = {
  readonly rows: Rows
  readonly shown: readonly ShownRow[]
  /** Heights in pixels: of all rows, of what is seen of them, and of what is above. */
  readonly size: number
  readonly seen: number
  readonly above: number
}

export function useShownRows(id: string, view: View, scroller: RefObject<HTMLDivElement | null>): ShownRows {
  const revision = useStore(transcriptStore, (store) => store.revision)
  const searched = useStore(viewStore, (store) => store.revision)
  const target = useStore(transcriptStore, (store) => store.target)
  const rows = viewStore.getState().rows()
  const { at, read } = transcriptStore.getState()

  const virtual = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize(row) {
      const entry = rows.entryOf(row)
      return view.expanded.has(entry) ? heightOf(at(id, entry), true) : rowHeight
    },
    overscan: 10,
  })
  const items = virtual.getVirtualItems()

  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are known anew when these change
  useEffect(() => virtual.measure(), [view.expanded, view.filter, virtual])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the selected row is brought into sight when it changes, not when rows come
  useEffect(() => {
    const row = view.focus === null ? null : rows.rowOf(view.focus)
    if (row !== null) virtual.scrollToIndex(row, { align: target?.entry === view.focus ? 'center' : 'auto' })
  }, [view.focus, view.filter, target, virtual])

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever other rows come into sight
  useEffect(() => {
    const lacking = items.map(({ index }) => rows.entryOf(index)).filter((entry) => !at(id, entry))
    for (const page of new Set(lacking.map((entry) => Math.floor(entry / pageSize)))) read(id, page).catch(gone)
  }, [id, revision, searched, items.at(0)?.index, items.at(-1)?.index])

  const shown = items.flatMap(({ index, start, size }) => {
    const entry = at(id, rows.entryOf(index))
    return entry ? [{ row: index, start, height: size, entry }] : []
  })
  return {
    rows,
    shown,
    size: virtual.getTotalSize(),
    seen: virtual.scrollRect?.height ?? 0,
    above: virtual.scrollOffset ?? 0,
  }
}
