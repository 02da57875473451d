// How the shown session is looked at: which rows, which of them is selected, what is searched, which picture.
import { createStore, type StoreApi } from 'zustand/vanilla'
import { containing, type Filter, isFiltering, noFilter, passes, type ShownText, type Test, toggled } from './filter.ts'
import { isError } from './row-kind.ts'
import { createRowScans } from './row-scans.ts'
import type { Rows } from './rows-of.ts'
import { nextIn } from './scan.ts'
import type { TranscriptStore } from './session-store.ts'

export type View = {
  readonly filter: Filter
  /** Indexes of entries: the row that the keyboard is on, and the other end of the selection. */
  readonly focus: number | null
  readonly anchor: number | null
  /** Bodies that are shown whole. */
  readonly expanded: ReadonlySet<number>
}

export type PanelTab = 'explained' | 'octets' | 'facts'

export type ViewStore = {
  readonly views: ReadonlyMap<string, View>
  readonly picture: 'log' | 'waterfall'
  readonly find: { readonly isOpen: boolean; readonly text: string }
  readonly panel: { readonly isOpen: boolean; readonly tab: PanelTab }
  /** Grows whenever filter or search found more. */
  readonly revision: number
  view(): View
  rows(): Rows
  /** Entries that the search found among the rows. */
  hits(): readonly number[]
  setFilter(part: Partial<Filter>): void
  select(entry: number, extend?: boolean): void
  selectAll(): void
  deselect(): void
  toggleBody(entry: number): void
  /** Unfolds every body of the session, or folds them. */
  expandBodies(isExpanded: boolean): Promise<void>
  setPicture(picture: ViewStore['picture']): void
  setPanel(part: Partial<ViewStore['panel']>): void
  setFind(part: Partial<ViewStore['find']>): void
  findNext(step: 1 | -1): void
  /** Answers whether there is any error. */
  nextError(step: 1 | -1): Promise<boolean>
}

const freshView: View = { filter: noFilter, focus: null, anchor: null, expanded: new Set() }

export function createViewStore(sessions: StoreApi<TranscriptStore>, shownText: ShownText): StoreApi<ViewStore> {
  let shownId: string | null = null
  const scans = createRowScans(sessions)

  const store = createStore<ViewStore>()((set, get) => {
    const change = (part: Partial<View>) => {
      if (shownId !== null) set({ views: new Map(get().views).set(shownId, { ...get().view(), ...part }) })
    }
    return {
      views: new Map(),
      picture: 'log',
      find: { isOpen: false, text: '' },
      panel: { isOpen: true, tab: 'explained' },
      revision: 0,
      view: () => (shownId === null ? undefined : get().views.get(shownId)) ?? freshView,
      rows: () => scans.rows(shownId),
      hits: scans.hits,
      setFilter(part) {
        change({ filter: { ...get().view().filter, ...part } })
        restart()
      },
      select: (entry, extend = false) =>
        change({ focus: entry, anchor: extend ? (get().view().anchor ?? entry) : entry }),
      selectAll() {
        const { count, entryOf } = get().rows()
        if (count > 0) change({ anchor: entryOf(0), focus: entryOf(count - 1) })
      },
      deselect: () => change({ focus: null, anchor: null }),
      toggleBody(entry) {
        if (shownId === null || sessions.getState().at(shownId, entry)?.kind !== 'body') return
        change({ expanded: toggled(get().view().expanded, entry) })
      },
      async expandBodies(isExpanded) {
        const id = shownId
        if (id === null) return
        const bodies = isExpanded ? await scans.all(id, ({ kind }) => kind === 'body') : []
        if (id === shownId) change({ expanded: new Set(bodies) })
      },
      setPicture: (picture) => set({ picture }),
      setPanel: (part) => set({ panel: { ...get().panel, ...part } }),
      setFind(part) {
        set({ find: { ...get().find, ...part } })
        restart()
      },
      findNext(direction) {
        const found = nextIn(get().hits(), get().view().focus ?? -1, direction)
        if (found !== null) get().select(found)
      },
      async nextError(direction) {
        const id = shownId
        if (id === null) return false
        const errors = await scans.all(id, both(passes(get().view().filter, shownText), isError))
        const found = nextIn(errors, get().view().focus ?? -1, direction)
        if (found !== null && id === shownId) get().select(found)
        return found !== null
      },
    }
  })

  /** Filter, search or session changed: all rows are tested anew. */
  function restart(): void {
    const { view, find } = store.getState()
    const { filter } = view()
    const filterTest = passes(filter, shownText)
    const isSearching = find.isOpen && find.text !== ''
    scans.restart(
      isFiltering(filter) ? filterTest : null,
      isSearching ? both(filterTest, containing(find.text, shownText)) : null,
    )
    scans.catchUp(shownId)
    store.setState(({ revision }) => ({ revision: revision + 1 }))
  }

  sessions.subscribe((now, before) => {
    if (now.shownId !== shownId) {
      shownId = now.shownId
      restart()
    } else if (now.revision !== before.revision && scans.catchUp(shownId)) {
      store.setState(({ revision }) => ({ revision: revision + 1 }))
    }
    if (now.target !== null && now.target !== before.target) reveal(now.target.entry)
  })

  /** A row that was asked for is shown even if the filter hides it. */
  function reveal(entry: number): void {
    const { rows, setFilter, setPicture, select } = store.getState()
    if (rows().rowOf(entry) === null) setFilter(noFilter)
    setPicture('log')
    select(entry)
  }

  return store
}

const both =
  (first: Test, second: Test): Test =>
  (entry) =>
    first(entry) && second(entry)
