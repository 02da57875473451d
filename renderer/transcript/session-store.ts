// The sessions that stand open in the protocol log: they come live, or from storage when a person opens one.
// How the shown one is looked at (filter, find, selection) is in view-store.ts.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { Entry, Transcript } from '#shared/values/transcript.ts'
import { createEntryPages, type Page, pageSize } from './entry-pages.ts'
import { createIntake } from './intake.ts'
import { closed, grown, type Open, opened, sessionOf, trimmed, updated } from './open-sessions.ts'

/** A row that someone asked to see; a new object each time, so that asking twice shows it twice. */
export type Target = { readonly id: string; readonly entry: number }

export type TranscriptStore = Open & {
  /** Grows whenever entries came to memory. */
  readonly revision: number
  readonly target: Target | null
  /** Follows every session from now on until the signal aborts; may be called again after the channel was lost. */
  follow(signal: AbortSignal): Promise<void>
  /** Opens the log on a session, read from storage when it is not here, and on the row of one entry if asked. */
  show(id: string, entry?: number): Promise<void>
  close(id: string): void
  closeEnded(): void
  update(id: string, change: { name?: string; isKept?: boolean }): Promise<void>
  /** Reads the names and outcomes of the open sessions anew. */
  refresh(): Promise<void>
  at(id: string, index: number): Entry | undefined
  page(id: string, page: number): Page | undefined
  /** Brings a page back from storage. */
  read(id: string, page: number): Promise<void>
  /** The first entries of any session, from memory or storage. */
  entriesOf(id: string, most: number): Promise<readonly Entry[]>
}

export type Surroundings = {
  readonly transcripts: Api['transcripts']
  openLog(): void
  /** Runs once, soon: several additions are shown together. */
  soon(run: () => void): void
}

export function createTranscriptStore({ transcripts, openLog, soon }: Surroundings) {
  const pages = createEntryPages()
  const reading = new Map<string, Promise<void>>()

  return createStore<TranscriptStore>()((set, get) => {
    const change = (edit: (open: Open) => Open) => {
      const { sessions } = get()
      const next = edit(get())
      for (const { transcript } of sessions) if (!sessionOf(next, transcript.id)) pages.drop(transcript.id)
      set({ sessions: next.sessions, shownId: next.shownId })
    }
    const adopt = (transcript: Transcript) => change((open) => updated(open, transcript))
    const tell = (lengths: ReadonlyMap<string, number>) =>
      set({ ...grown(get(), lengths), revision: get().revision + 1 })
    const intake = createIntake({ pages, open: get, change, tell, soon })

    /** Again, as long as entries came while it was read. */
    const readPage = async (id: string, page: number, known = 0): Promise<void> => {
      const entries = await transcripts.entries({ id, from: page * pageSize, limit: pageSize })
      const expected = Math.min(pageSize, intake.lengthOf(id) - page * pageSize)
      if (entries.length < expected && entries.length > known) return readPage(id, page, entries.length)
      pages.put(id, page, entries)
      set({ revision: get().revision + 1 })
    }

    return {
      sessions: [],
      shownId: null,
      revision: 0,
      target: null,
      async follow(signal) {
        const events = await transcripts.watch(undefined, { signal })
        void get().refresh()
        for await (const event of events) intake.take(event)
      },
      async show(id, entry) {
        openLog()
        if (!sessionOf(get(), id)) {
          const transcript = await transcripts.get({ id })
          change((open) => trimmed(opened(open, transcript)))
        }
        set({ shownId: id, target: entry === undefined ? null : { id, entry } })
      },
      close: (id) => change((open) => closed(open, (transcript) => transcript.id === id)),
      closeEnded: () => change((open) => closed(open, ({ outcome }) => outcome !== 'running')),
      update: async (id, part) => adopt(await transcripts.update({ id, ...part })),
      async refresh() {
        const answers = await Promise.allSettled(
          get().sessions.map(({ transcript: { id } }) => transcripts.get({ id })),
        )
        for (const answer of answers) if (answer.status === 'fulfilled') adopt(answer.value)
      },
      at: pages.at,
      page: pages.page,
      read(id, page) {
        const key = `${id}/${page}`
        const running = reading.get(key) ?? readPage(id, page).finally(() => reading.delete(key))
        reading.set(key, running)
        return running
      },
      async entriesOf(id, most) {
        const all: Entry[] = []
        for (let page = 0; all.length < most; page += 1) {
          const ask = { id, from: page * pageSize, limit: pageSize }
          const found = pages.page(id, page) ?? (await transcripts.entries(ask))
          all.push(...found.filter((entry) => entry !== undefined))
          if (found.length < pageSize) break
        }
        return all.slice(0, most)
      },
    }
  })
}
