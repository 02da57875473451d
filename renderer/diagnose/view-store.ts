// What of the screen is shown: the report by one of its tabs, the history, or two reports side by side.
import { createStore } from 'zustand/vanilla'

export const tabs = ['findings', 'map', 'offers', 'tls', 'records'] as const
export type Tab = (typeof tabs)[number]

type ViewStore = {
  place: 'report' | 'history' | 'comparison'
  tab: Tab
  show(place: ViewStore['place']): void
  turnTo(tab: Tab): void
}

export const viewStore = createStore<ViewStore>()((set) => ({
  place: 'report',
  tab: 'findings',
  show: (place) => set({ place }),
  turnTo: (tab) => set({ tab, place: 'report' }),
}))
