// Compose windows: one for each draft, beside the main window.
import type { BrowserWindow } from 'electron'
import { openPageWindow, present } from './page-window.ts'

const size = { width: 980, height: 760 }
const open = new Map<string, BrowserWindow>()

/** Opens the window of a compose route; that of a draft which has one already is brought before the person. */
export function showComposeWindow(route: string): void {
  const draft = draftOf(route)
  const known = draft === null ? undefined : open.get(draft)
  if (known) present(known)
  else remember(draft, openPageWindow(route, size))
}

function remember(draft: string | null, window: BrowserWindow): void {
  if (draft === null) return
  open.set(draft, window)
  window.on('closed', () => open.delete(draft))
}

/** The draft that a route names; null for a new one. */
function draftOf(route: string): string | null {
  const draft = /^\/compose\/([^?/]+)/.exec(route)?.[1]
  return draft === undefined || draft === 'new' ? null : draft
}
