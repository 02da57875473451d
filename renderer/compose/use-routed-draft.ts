// Which draft is open follows the address of the window, and the address follows it where none was named.
import { t } from 'i18next'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { routeStore } from '../frame/route.ts'
import { formatRoute, parseRoute, type Route } from '../frame/route-path.ts'
import { ask, panelStore } from './panels.ts'
import { openDraft } from './send.ts'
import { composerStore } from './store.ts'

export function useRoutedDraft(): void {
  const route = useStore(routeStore)
  useEffect(() => {
    if (route.screen === 'compose') void followRoute(route)
  }, [route])
}

export async function followRoute({ id, query }: Route): Promise<void> {
  const now = openDraft()
  if (now && (id === null || id === now.draft.id)) {
    rename(now.draft.id)
    return composerStore.getState().refresh()
  }
  if (now?.run.kind === 'running') {
    if (!(await ask(leaveQuestion()))) return rename(now.draft.id)
    now.run.stop()
  }
  const { open, create } = composerStore.getState()
  panelStore.setState({ view: 'form', side: null, showsCopies: false })
  const opened = id === 'new' ? await create(query.mailto ?? null) : await open(id)
  if (opened) rename(opened)
}

/** Names the draft in the address without a step back to the one before; not once the person went on to another screen. */
function rename(id: string): void {
  const { screen, id: named, isOwnWindow } = routeStore.getState()
  if (screen !== 'compose' || named === id) return
  history.replaceState(null, '', formatRoute('compose', id, isOwnWindow ? { window: 'own' } : {}))
  routeStore.setState(parseRoute(location.hash), true)
}

const leaveQuestion = () => ({
  title: t('compose:leaveTitle'),
  text: t('compose:leaveText'),
  points: [],
  yes: t('compose:leaveYes'),
  isGrave: true,
})
