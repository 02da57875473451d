// The sessions that the protocol log shows, with their entries as they arrive.
import { createStore } from 'zustand/vanilla'
import type { Entry, Transcript } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'

type TranscriptStore = {
  /** Newest last: the order of the tabs. */
  transcripts: readonly Transcript[]
  entries: ReadonlyMap<string, readonly Entry[]>
  /** The tab that is shown. */
  shownId: string | null
  /** Follows every session from now on; ends when the signal aborts. */
  follow(signal: AbortSignal): Promise<void>
  /** Shows a session, reading it from storage when it is not here, and the row of one entry if asked. */
  show(id: string, entry?: number): Promise<void>
}

export const transcriptStore = createStore<TranscriptStore>()((set, get) => ({
  transcripts: [],
  entries: new Map(),
  shownId: null,
  async follow(signal) {
    for await (const event of await api.transcripts.watch(undefined, { signal })) {
      if (event.kind === 'entries') {
        const known = get().entries.get(event.id) ?? []
        set({ entries: new Map(get().entries).set(event.id, [...known, ...event.entries]) })
      } else {
        const others = get().transcripts.filter(({ id }) => id !== event.transcript.id)
        set({ transcripts: [...others, event.transcript], shownId: event.transcript.id })
      }
    }
  },
  async show(id) {
    set({ shownId: id })
  },
}))
