// What was diagnosed before, and two of those beside each other.
import { createStore } from 'zustand/vanilla'
import type { PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Report } from '#shared/values/report.ts'
import { api } from '../../channel/api.ts'
import { onChange } from '../../ui/changes.ts'
import { failureOf, isNotFound } from '../../ui/problem.ts'
import { viewStore } from '../view-store.ts'

export type Kept = { readonly past: PastDiagnosis; readonly report: Report }

type HistoryStore = {
  /** Newest first. */
  list: readonly PastDiagnosis[]
  /** Ids of those that are ticked; two at most. */
  chosen: readonly string[]
  /** The older one first. */
  pair: readonly [before: Kept, after: Kept] | null
  failure: Failure | null
  /** Reads it now, and again whenever it changes; returns the function that ends that. */
  follow(): () => void
  choose(id: string, isChosen: boolean): void
  forget(id: string): Promise<void>
  compare(one: string, other: string): Promise<void>
}

export const historyStore = createStore<HistoryStore>()((set, get) => {
  const attempt = async (work: () => Promise<void>) => {
    try {
      set({ failure: null })
      await work()
    } catch (error) {
      set({ failure: failureOf(error) })
    }
  }
  const read = () =>
    attempt(async () => {
      const list = await api.diagnose.history()
      const chosen = get().chosen.filter((id) => list.some((past) => past.id === id))
      set({ list, chosen })
    })
  return {
    list: [],
    chosen: [],
    pair: null,
    failure: null,
    follow() {
      void read()
      return onChange(['diagnoses'], () => void read())
    },
    choose(id, isChosen) {
      const others = get().chosen.filter((other) => other !== id)
      set({ chosen: isChosen ? [...others.slice(-1), id] : others })
    },
    forget: (id) =>
      attempt(async () => {
        await api.diagnose.forget({ id }).catch((error: unknown) => {
          if (!isNotFound(error)) throw error
        })
        await read()
      }),
    compare: (one, other) =>
      attempt(async () => {
        const [first, second] = await Promise.all([api.diagnose.past({ id: one }), api.diagnose.past({ id: other })])
        const isInOrder = first.past.startedAt <= second.past.startedAt
        set({ pair: isInOrder ? [first, second] : [second, first] })
        viewStore.getState().show('comparison')
      }),
  }
})

/** The newest before it of the same target, to compare with. */
export const earlierOf = (list: readonly PastDiagnosis[], id: string): PastDiagnosis | null => {
  const index = list.findIndex((past) => past.id === id)
  return list.slice(index + 1).find(({ target }) => index !== -1 && target === list[index]?.target) ?? null
}
