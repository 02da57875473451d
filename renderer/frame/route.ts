// Where this window is, and going elsewhere.
import { createStore } from 'zustand/vanilla'
import { formatRoute, parseRoute, type Route, type Screen } from './route-path.ts'

export const routeStore = createStore<Route>()(() => parseRoute(location.hash))
addEventListener('hashchange', () => routeStore.setState(parseRoute(location.hash), true))

export function go(screen: Screen, id: string | null = null, query: Record<string, string> = {}): void {
  location.hash = formatRoute(screen, id, query)
}

/** A compose window of its own: a second window of the desktop app, a tab in the browser. */
export function openComposeWindow(draftId: string): void {
  window.open(`${location.pathname}${formatRoute('compose', draftId, { window: 'own' })}`, '_blank', 'noopener')
}
