// A window of the app: one page of our own scheme, in the sandbox, shown once it has something to show.
import { join } from 'node:path'
import { BrowserWindow, nativeTheme } from 'electron'
import { origin } from './addresses.ts'
import { showContextMenu } from './context-menu.ts'
import { askBeforeLeaving } from './leave-question.ts'
import { type Placement, smallest } from './window-state.ts'

/** `route`: what follows `#` in the address. */
export function openPageWindow(route: string, placement: Placement): BrowserWindow {
  const window = new BrowserWindow({
    ...placement,
    minWidth: Math.min(smallest.width, placement.width),
    minHeight: Math.min(smallest.height, placement.height),
    show: false,
    title: 'Heloise',
    // The colours of the page, so that nothing flashes before its first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#f6f5f2',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
    },
  })
  window.once('ready-to-show', () => window.show())
  askBeforeLeaving(window)
  window.webContents.on('context-menu', (_, params) => showContextMenu(window, params))
  window.loadURL(`${origin}/index.html#${route}`).catch((error: unknown) => {
    if (!window.isDestroyed()) console.error(error)
  })
  return window
}

/** Brings a window before the person, wherever it is. */
export function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
