// Keeps the desktop's side of the app as the settings say: its theme, and the language of its menus.
import { nativeTheme } from 'electron'
import type { Api } from '#shared/contract/index.ts'
import type { Settings } from '#shared/values/settings.ts'
import { type MenuTargets, setMenu } from './menu.ts'
import { menuWords, speak } from './menu-words.ts'

type SettingsApi = Pick<Api, 'app' | 'settings'>

/** Applies the settings, and from then on every change of them. */
export async function followSettings(api: SettingsApi, targets: MenuTargets): Promise<void> {
  void applyEach(api, await api.app.changes(), targets)
  apply(await api.settings.get(), targets)
}

async function applyEach(api: SettingsApi, changes: AsyncIterable<string>, targets: MenuTargets): Promise<void> {
  for await (const change of changes) {
    if (change === 'settings') apply(await api.settings.get(), targets)
  }
}

function apply({ theme, language }: Settings, targets: MenuTargets): void {
  if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  speak(language)
  setMenu(menuWords(), targets)
}
