// Where every session is recorded and can be watched. A slow screen never slows the wire, costs no memory and misses nothing.
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import type { Origin } from '#shared/values/transcript.ts'
import type { Recorder } from '../engine/net/tap.ts'
import type { TranscriptStore } from '../storage/transcripts.ts'
import { createEntryKeeper } from './entry-keeper.ts'
import { createHiddenLines } from './hidden-lines.ts'
import { createWatchers } from './transcript-watchers.ts'

export type TranscriptHub = {
  /** `onBegin` hears of each session as it begins; `keepsBodies`: the data of mails whole. */
  recorder(origin: Origin, onBegin?: (id: string) => void, keepsBodies?: boolean): Recorder
  /** The sessions that run, from their beginning, and every later one. */
  watch(signal: AbortSignal): AsyncGenerator<TranscriptEvent, void, void>
  /** The line of which an entry shows a part; null when nothing of it is hidden, or it is forgotten. */
  hidden(id: string, index: number): string | null
  /** Keeps what is still on its way to storage. */
  flush(): void
  /** Forgets a session, also one that runs. */
  remove(id: string): void
  close(): void
}

export function createTranscriptHub(store: TranscriptStore, now: () => number): TranscriptHub {
  const hidden = createHiddenLines()
  const watchers = createWatchers(store)
  const keeper = createEntryKeeper(store, now, watchers.ring)
  return {
    recorder: (origin, onBegin, keepsBodies = false) => ({
      begin(name) {
        const session = keeper.begin(origin, name)
        const { id } = session.begun
        watchers.add(session)
        watchers.ring()
        onBegin?.(id)
        return {
          id,
          keepsBodies,
          add: (entry) => keeper.add(session, entry),
          conceal: (index, line) => hidden.keep(id, index, line),
          end: (outcome) => keeper.end(session, outcome),
        }
      },
    }),
    watch: (signal) => watchers.watch(keeper.sessions, signal),
    flush: keeper.flush,
    hidden: hidden.of,
    remove(id) {
      hidden.forget(id)
      keeper.flush()
      keeper.drop(id)
      store.remove(id)
    },
    close: keeper.close,
  }
}
