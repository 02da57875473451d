// The state of the loopback server as the window knows it.
import { safe } from '@orpc/client'
import { createStore } from 'zustand/vanilla'
import type { Failure } from '#shared/values/failure.ts'
import type { LoopbackConfig, LoopbackState } from '#shared/values/loopback.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'

type LoopbackStore = {
  /** Null until it was read for the first time. */
  state: LoopbackState | null
  /** Why the last change could not be made. */
  failure: Failure | null
  read(): Promise<void>
  configure(part: Partial<LoopbackConfig>): Promise<void>
}

export const loopbackStore = createStore<LoopbackStore>()((set) => ({
  state: null,
  failure: null,
  read: async () => set({ state: await api.loopback.state() }),
  async configure(part) {
    const [error, state] = await safe(api.loopback.configure(part))
    set(error ? { failure: failureOf(error) } : { state, failure: null })
  },
}))
