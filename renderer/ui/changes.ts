// News of stored things that changed, in this window or another: stores read again what they show.
import { type Change, changeSchema } from '#shared/contract/app.ts'
import { api } from '../channel/api.ts'

type Listener = (change: Change) => void
const listeners = new Set<Listener>()

/** Returns the function that ends listening. */
export function onChange(kinds: readonly Change[], read: () => void): () => void {
  const listener: Listener = (change) => kinds.includes(change) && read()
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Listens until the signal aborts or the channel is lost; called again when it is back. */
export async function followChanges(signal: AbortSignal): Promise<void> {
  const changes = await api.app.changes(undefined, { signal })
  if (hasFollowed) for (const change of changeSchema.options) tell(change)
  hasFollowed = true
  for await (const change of changes) tell(change)
}

/** What changed while the channel was lost nobody said: then everything is read again. */
let hasFollowed = false

function tell(change: Change): void {
  for (const listener of listeners) listener(change)
}
