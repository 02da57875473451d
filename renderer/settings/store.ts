// The settings as the window knows them: what storage holds, changed at once and written behind.
import { createStore } from 'zustand/vanilla'
import { defaultSettings, type Settings } from '#shared/values/settings.ts'
import { api } from '../channel/api.ts'
import { setLanguage } from '../ui/language.ts'

type SettingsStore = {
  settings: Settings
  /** Takes what storage says, at start or when another window changed it. */
  adopt(settings: Settings): void
  change(part: Partial<Settings>): Promise<void>
}

export const settingsStore = createStore<SettingsStore>()((set, get) => ({
  settings: defaultSettings,
  adopt(settings) {
    const { language } = get().settings
    set({ settings })
    if (settings.language !== language) void setLanguage(settings.language)
  },
  async change(part) {
    get().adopt({ ...get().settings, ...part })
    get().adopt(await api.settings.set(part))
  },
}))
