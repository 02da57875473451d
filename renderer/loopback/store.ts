// The state of the loopback server as the window knows it.
import { createStore } from 'zustand/vanilla'
import type { LoopbackConfig, LoopbackState } from '#shared/values/loopback.ts'
import { api } from '../channel/api.ts'

type LoopbackStore = {
  /** Null until it was read for the first time. */
  state: LoopbackState | null
  read(): Promise<void>
  configure(part: Partial<LoopbackConfig>): Promise<void>
}

export const loopbackStore = createStore<LoopbackStore>()((set) => ({
  state: null,
  read: async () => set({ state: await api.loopback.state() }),
  configure: async (part) => set({ state: await api.loopback.configure(part) }),
}))
