// Keys and clicks on the rows: move, extend, select all, unfold, let go.
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { rowHeight } from './row-height.ts'
import { rowAfter } from './row-keys.ts'
import { viewStore } from './store.ts'

export function useRowKeys(scroller: RefObject<HTMLDivElement | null>, toEnd: () => void) {
  function onKeyDown(event: KeyboardEvent): void {
    const { view, rows, select, selectAll, deselect, toggleBody, setFind } = viewStore.getState()
    const { focus } = view()
    const shown = rows()
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const row = focus === null ? null : (shown.rowOf(focus) ?? shown.nearest(focus))
    const next = rowAfter(event.key, { row, count: shown.count, page })
    if (next !== null) {
      select(shown.entryOf(next), event.shiftKey)
      if (event.key === 'End') toEnd()
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selectAll()
    else if ((event.key === 'Enter' || event.key === ' ') && focus !== null) toggleBody(focus)
    else if (event.key === 'Escape') {
      deselect()
      setFind({ isOpen: false })
    } else return
    event.preventDefault()
  }

  function onClick(event: MouseEvent): void {
    const entry = entryUnder(event)
    if (entry !== null) viewStore.getState().select(entry, event.shiftKey)
  }

  function onDoubleClick(event: MouseEvent): void {
    const entry = entryUnder(event)
    if (entry !== null) viewStore.getState().toggleBody(entry)
  }

  return { onKeyDown, onClick, onDoubleClick }
}

export function entryUnder({ target }: MouseEvent): number | null {
  const row = target instanceof Element ? target.closest('[data-entry]') : null
  const entry = row?.getAttribute('data-entry')
  return entry ? Number(entry) : null
}
