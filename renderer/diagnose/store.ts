// A diagnosis: what is found as it is found, and the report at its end; or one of the history, as it was.
import { createStore } from 'zustand/vanilla'
import type { FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'
import { beginTask } from '../ui/tasks.ts'
import { askStore, wishOf } from './ask/store.ts'
import { inBatches } from './in-batches.ts'
import { begun, nothing, type Seen, type Situation, taken } from './situation.ts'
import { viewStore } from './view-store.ts'

type DiagnoseStore = {
  situation: Situation
  seen: Seen
  /** `target` stands for what is diagnosed until the report names it. */
  run(label: string, target: string): Promise<void>
  /** Asks for the report of what was found until now; asked again, it waits no longer. */
  stop(): void
  open(id: string): Promise<void>
  leave(): void
}

export const diagnoseStore = createStore<DiagnoseStore>()((set, get) => {
  let abort = new AbortController()
  const batches = inBatches<FollowedDiagnosis>((events) => set((now) => events.reduce(taken, now)))
  return {
    situation: { kind: 'idle' },
    seen: nothing,
    async run(label, target) {
      if (get().situation.kind === 'running') return
      abort = new AbortController()
      const endTask = beginTask(label, get().stop)
      viewStore.getState().show('report')
      set({ situation: begun, seen: { ...nothing, target } })
      try {
        const events = await api.diagnose.run(wishOf(askStore.getState()), { signal: abort.signal })
        for await (const event of events) batches.add(event)
      } catch (error) {
        batches.flush()
        set({ situation: abort.signal.aborted ? { kind: 'left' } : { kind: 'broken', failure: failureOf(error) } })
      } finally {
        batches.flush()
        endTask()
        if (get().situation.kind === 'running') set({ situation: { kind: 'left' } })
      }
    },
    stop() {
      const { situation } = get()
      if (situation.kind !== 'running') return
      if (situation.id === null || situation.isStopping) return abort.abort()
      set({ situation: { ...situation, isStopping: true } })
      api.diagnose.stop({ id: situation.id }).catch(() => abort.abort())
    },
    async open(id) {
      if (get().situation.kind === 'running') return
      try {
        const { past, report } = await api.diagnose.past({ id })
        set({ situation: { kind: 'done', id, report, past }, seen: report })
      } catch (error) {
        set({ situation: { kind: 'broken', failure: failureOf(error) }, seen: nothing })
      }
    },
    leave: () => set({ situation: { kind: 'idle' }, seen: nothing }),
  }
})
