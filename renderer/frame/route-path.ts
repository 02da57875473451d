// How a place in the window is written: the part of the address after '#'.

export const screens = ['compose', 'servers', 'diagnose', 'loopback', 'settings'] as const
export type Screen = (typeof screens)[number]

export type Route = {
  readonly screen: Screen
  /** What the screen shows: a draft, a profile, a mail; null for its own choice. */
  readonly id: string | null
  readonly query: Readonly<Record<string, string>>
  /** A compose window that stands alone. */
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
