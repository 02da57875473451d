// News of stored things that changed, in this window or another: stores read again what they show.
import type { Change } from '#shared/contract/app.ts'
import { api } from '../channel/api.ts'

type Listener = (change: Change) => void
const listeners = new Set<Listener>()

/** Returns the function that ends listening. */
export function onChange(kinds: readonly Change[], read: () => void): () => void {
  const listener: Listener = (change) => kinds.includes(change) && read()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Listens for as long as the channel lives; called once by the window. */
export async function followChanges(signal: AbortSignal): Promise<void> {
  for await (const change of await api.app.changes(undefined, { signal })) {
    for (const listener of listeners) listener(change)
  }
}
