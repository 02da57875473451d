// The actions that every window has, with their keys.

import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { api } from '../channel/api.ts'
import { settingsStore } from '../settings/store.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { stopTasks } from '../ui/tasks.ts'
import { type Action, actionStore, actionsOf, useActions } from './actions.ts'
import { go, openComposeWindow } from './route.ts'
import { screens } from './route-path.ts'

export function useWindowActions(): void {
  const { t } = useTranslation('frame')
  const { door } = useAppInfo()
  // A browser keeps Ctrl with N and with digits to itself.
  const key = door === 'browser' ? 'alt' : 'mod'
  const showScreens: Action[] = screens.map((screen, index) => ({
    id: screen,
    label: t(screen),
    keys: screen === 'settings' ? 'mod+,' : `${key}+${index + 1}`,
    run: () => go(screen),
  }))
  useActions([
    { id: 'new-mail', label: t('newMail'), keys: `${key}+shift+N`, run: () => void composeHere() },
    { id: 'new-mail-window', label: t('newMailWindow'), keys: `${key}+N`, run: () => void composeApart() },
    ...showScreens,
    { id: 'toggle-log', label: t('toggleLog'), keys: 'mod+J', run: toggleLog },
    { id: 'palette', label: t('showPalette'), keys: 'mod+K', run: spotlight.open },
    { id: 'stop', label: t('stopAll'), keys: 'mod+.', run: stopTasks },
  ])
  const actions = actionsOf(useStore(actionStore))
  const keyed = actions.flatMap((action) =>
    action.keys ? [[action.keys, () => action.run()] as [string, () => void]] : [],
  )
  useHotkeys(keyed, [], true)
}

async function composeHere(): Promise<void> {
  const { draft } = await api.drafts.create({ profileId: null, mailto: null })
  go('compose', draft.id)
}

async function composeApart(): Promise<void> {
  const { draft } = await api.drafts.create({ profileId: null, mailto: null })
  openComposeWindow(draft.id)
}

function toggleLog(): void {
  const { settings, change } = settingsStore.getState()
  void change({ log: { ...settings.log, isOpen: !settings.log.isOpen } })
}
