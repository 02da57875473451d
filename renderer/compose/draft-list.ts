// The list of drafts. One that is deleted leaves it at once, and storage a little later, so that it can be brought back.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { StoredDraft } from '#shared/values/draft.ts'

export type DraftList = {
  /** Newest first, without those that are being deleted; null until they were read. */
  drafts: readonly StoredDraft[] | null
  /** Ids of those that can still be brought back. */
  leaving: readonly string[]
  read(): Promise<void>
  remove(id: string): void
  undo(id: string): void
  /** Deletes for good what is leaving, as the window is about to close. */
  settle(): Promise<void>
}

/** Milliseconds in which a deletion can be undone. */
export const timeToUndo = 8000

export function createDraftList(api: Pick<Api, 'drafts'>) {
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  return createStore<DraftList>()((set, get) => {
    const stays = (id: string) => {
      clearTimeout(timers.get(id))
      timers.delete(id)
      set({ leaving: get().leaving.filter((one) => one !== id) })
    }
    const removeForGood = async (id: string) => {
      clearTimeout(timers.get(id))
      await api.drafts.remove({ id }).catch(() => undefined)
      stays(id)
      await get().read()
    }

    return {
      drafts: null,
      leaving: [],
      async read() {
        const all = await api.drafts.list()
        set({ drafts: all.filter(({ draft }) => !get().leaving.includes(draft.id)) })
      },
      remove(id) {
        const { drafts, leaving } = get()
        set({ leaving: [...leaving, id], drafts: drafts?.filter(({ draft }) => draft.id !== id) ?? null })
        timers.set(
          id,
          setTimeout(() => void removeForGood(id), timeToUndo),
        )
      },
      undo(id) {
        stays(id)
        void get().read()
      },
      settle: async () => void (await Promise.all(get().leaving.map(removeForGood))),
    }
  })
}
