// The saved profiles, and the check of one that runs or ran.

import { createStore } from 'zustand/vanilla'
import type { ProfileEdit } from '#shared/contract/profiles.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { api } from '../channel/api.ts'
import { idle, runSession, type SessionRun } from '../ui/session-run.ts'

type ProfileStore = {
  /** Null until they were read for the first time. */
  profiles: readonly ProfileState[] | null
  /** The last check in this window, and the profile it was of. */
  checked: { readonly id: string; readonly run: SessionRun }
  read(): Promise<void>
  save(edit: ProfileEdit): Promise<ProfileState>
  remove(id: string): Promise<void>
  /** Runs the profile as the form has it, up to its login. */
  check(edit: ProfileEdit, label: string): Promise<void>
  forgetCheck(): void
}

const unchecked = { id: '', run: idle }

export const profileStore = createStore<ProfileStore>()((set, get) => ({
  profiles: null,
  checked: unchecked,
  read: async () => set({ profiles: await api.profiles.list() }),
  async save(edit) {
    const saved = await api.profiles.save(edit)
    await get().read()
    return saved
  },
  async remove(id) {
    await api.profiles.remove({ id })
    await get().read()
  },
  check: (edit, label) =>
    runSession(
      label,
      (signal) => api.profiles.test(edit, { signal }),
      (run) => set({ checked: { id: edit.profile.id, run } }),
    ),
  forgetCheck: () => set({ checked: unchecked }),
}))
