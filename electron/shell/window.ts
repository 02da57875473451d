// The main window: one at a time, where it was when it was closed.
import { join } from 'node:path'
import { app, type BrowserWindow, screen } from 'electron'
import { openPageWindow, present } from './page-window.ts'
import { keepWindowState, placement, readWindowState } from './window-state.ts'

let main: BrowserWindow | null = null

/** Opens the main window, or brings the open one before the person. */
export function showMainWindow(): void {
  if (main) present(main)
  else main = openMainWindow()
}

function openMainWindow(): BrowserWindow {
  const file = join(app.getPath('userData'), 'window.json')
  const state = readWindowState(file)
  const window = openPageWindow('/', placement(state, workAreas()))
  if (state.isMaximized) window.maximize()
  window.on('close', () =>
    keepWindowState(file, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  )
  window.on('closed', () => {
    main = null
  })
  return window
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary, ...others].map(({ workArea }) => workArea)
}
