// Every action of the window by name: the palette lists them, the menu and the keyboard run them.
import { useEffect, useRef } from 'react'
import { createStore } from 'zustand/vanilla'

export type Action = {
  readonly id: string
  readonly label: string
  /** In Mantine's form: `mod+K`; null when there is none. */
  readonly keys: string | null
  run(): void
}

type Offer = readonly Action[]

/** What each part of the window that is shown now offers. */
export const actionStore = createStore<{ offers: readonly Offer[] }>()(() => ({ offers: [] }))

/** The actions by id; of two with the same id the one offered last. */
export const actionsOf = ({ offers }: { offers: readonly Offer[] }): readonly Action[] => [
  ...new Map(offers.flat().map((action) => [action.id, action])).values(),
]

export const runAction = (id: string): void =>
  actionsOf(actionStore.getState())
    .find((action) => action.id === id)
    ?.run()

/** Offers actions for as long as the component is shown. The list may be a new one at every render, its length and ids stay. */
export function useActions(actions: Offer): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const labels = actions.map(({ id, label }) => `${id}=${label}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: an offer is made again only when its ids or labels change
  useEffect(() => {
    const offer = latest.current.map((action, index) => ({ ...action, run: () => latest.current[index]?.run() }))
    actionStore.setState(({ offers }) => ({ offers: [...offers, offer] }))
    return () => actionStore.setState(({ offers }) => ({ offers: offers.filter((other) => other !== offer) }))
  }, [labels])
}
