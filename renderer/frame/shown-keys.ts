// How a key combination is written on this platform.

const isMac = /mac/i.test(navigator.userAgent)

/** `mod+shift+N` → `Ctrl+Shift+N`, on macOS `⌘⇧N`. */
export function shownKeys(keys: string): string {
  const parts = keys.split('+').map((key) => names[key] ?? key.toUpperCase())
  return parts.join(isMac ? '' : '+')
}

const names: Record<string, string> = isMac
  ? { mod: '⌘', shift: '⇧', alt: '⌥', Enter: '↩' }
  : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt', Enter: 'Enter' }
