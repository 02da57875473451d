// Tells every window which stored things changed. A slow window hears of many changes as one.
import type { Change } from '#shared/contract/app.ts'
import { type Bell, createBell } from './bell.ts'

export type Changes = {
  publish(change: Change): void
  watch(signal: AbortSignal): AsyncGenerator<Change, void, void>
}

export function createChanges(): Changes {
  const watchers = new Set<{ readonly changed: Set<Change>; readonly bell: Bell }>()
  return {
    publish(change) {
      for (const { changed, bell } of watchers) {
        changed.add(change)
        bell.ring()
      }
    },
    async *watch(signal) {
      const watcher = { changed: new Set<Change>(), bell: createBell() }
      watchers.add(watcher)
      try {
        while (!signal.aborted) {
          const changed = [...watcher.changed]
          watcher.changed.clear()
          yield* changed
          await watcher.bell.wait(signal)
        }
      } finally {
        watchers.delete(watcher)
      }
    },
  }
}
