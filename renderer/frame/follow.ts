// What a window listens to for as long as it lives: changes of stored things, the menu, the end of the page.
import type { MenuCommand } from '#shared/contract/app.ts'
import { api, keepFollowing } from '../channel/api.ts'
import { loopbackStore } from '../loopback/store.ts'
import { settingsStore } from '../settings/store.ts'
import { transcriptStore } from '../transcript/store.ts'
import { followChanges, onChange } from '../ui/changes.ts'
import { runAction } from './actions.ts'

/** Begins listening; returns the function that ends it. */
export function followWindow(): () => void {
  const abort = new AbortController()
  const { signal } = abort
  const ends = [
    onChange(['settings'], () => void readSettings()),
    onChange(['loopback'], () => void loopbackStore.getState().read()),
  ]
  void loopbackStore.getState().read()
  void keepFollowing(signal, followChanges)
  void keepFollowing(signal, followMenu)
  void keepFollowing(signal, transcriptStore.getState().follow)
  return () => {
    for (const end of ends) end()
    abort.abort()
  }
}

async function readSettings(): Promise<void> {
  settingsStore.getState().adopt(await api.settings.get())
}

async function followMenu(signal: AbortSignal): Promise<void> {
  for await (const command of await api.app.menu(undefined, { signal })) runAction(actionOfCommand[command])
}

const actionOfCommand: Record<MenuCommand, string> = {
  'new-mail': 'new-mail-window',
  'show-compose': 'compose',
  'show-servers': 'servers',
  'show-diagnose': 'diagnose',
  'show-loopback': 'loopback',
  'show-settings': 'settings',
  'toggle-log': 'toggle-log',
  'show-palette': 'palette',
  find: 'find',
  send: 'send',
  stop: 'stop',
}
