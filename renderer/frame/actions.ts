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

export const actionStore = createStore<{ actions: ReadonlyMap<string, Action> }>()(() => ({ actions: new Map() }))

/** Offers actions for as long as the component is shown; the last to offer an id wins. */
export function useActions(actions: readonly Action[]): void {
  const latest = useRef(actions)
  latest.current = actions
  const signature = actions.map(({ id, label }) => `${id} ${label}`).join('\n')
  useEffect(() => {
    const offered = signature
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ')[0] ?? '')
    const current = (id: string) => latest.current.find((action) => action.id === id)
    const wrapped = offered.flatMap((id) => {
      const action = current(id)
      return action ? [{ ...action, run: () => current(id)?.run() }] : []
    })
    change((map) => wrapped.forEach((action) => map.set(action.id, action)))
    return () => change((map) => wrapped.forEach((action) => map.get(action.id) === action && map.delete(action.id)))
  }, [signature])
}

export const runAction = (id: string): void => actionStore.getState().actions.get(id)?.run()

function change(edit: (map: Map<string, Action>) => void): void {
  actionStore.setState(({ actions }) => {
    const next = new Map(actions)
    edit(next)
    return { actions: next }
  })
}
