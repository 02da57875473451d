// Where the window is: the part of the address after '#'. `own` marks a compose window that stands alone.
import { createStore } from 'zustand/vanilla'

export const screens = ['compose', 'servers', 'diagnose', 'loopback', 'settings'] as const
export type Screen = (typeof screens)[number]

export type Route = {
  readonly screen: Screen
  /** What the screen shows: a draft, a profile, a mail; null for its own choice. */
  readonly id: string | null
  readonly query: Readonly<Record<string, string>>
  readonly isOwnWindow: boolean
}

export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?')
  const [first = '', id] = path.split('/').map(decodeURIComponent)
  const query = Object.fromEntries(new URLSearchParams(search))
  const screen = screens.find((name) => name === first) ?? 'compose'
  return { screen, id: id || null, query, isOwnWindow: query.window === 'own' }
}

export function formatRoute(screen: Screen, id: string | null = null, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString()
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`
}

export const routeStore = createStore<Route>()(() => parseRoute(location.hash))
addEventListener('hashchange', () => routeStore.setState(parseRoute(location.hash), true))

export function go(screen: Screen, id: string | null = null, query: Record<string, string> = {}): void {
  location.hash = formatRoute(screen, id, query)
}

/** A compose window of its own: a second window of the desktop app, a tab in the browser. */
export function openComposeWindow(draftId: string): void {
  window.open(`${location.pathname}${formatRoute('compose', draftId, { window: 'own' })}`, '_blank', 'noopener')
}
