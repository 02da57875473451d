// The app's menu. What concerns a page goes as a command to the focused window, and to no other.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract/app.ts'
import type { MenuWords } from './menu-words.ts'

type Item = MenuItemConstructorOptions
type Tell = (window: BrowserWindow, command: MenuCommand) => void
/** `openMain`: with no window there, as happens on macOS, the menu first opens one. */
export type MenuTargets = { readonly tell: Tell; readonly openMain: () => void }

const isMac = process.platform === 'darwin'
const separator: Item = { type: 'separator' }

export function setMenu(words: MenuWords, targets: MenuTargets): void {
  const ask = (label: string, command: MenuCommand, accelerator?: string): Item => ({
    label,
    ...(accelerator && { accelerator }),
    click: (_, window) => choose(window, command, targets),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [macMenu(words, ask)] : []),
      fileMenu(words, ask),
      editMenu(words, ask),
      { label: words.mail, submenu: [ask(words.send, 'send', 'CmdOrCtrl+Enter'), ask(words.stop, 'stop')] },
      viewMenu(words, ask),
      { role: 'windowMenu', label: words.window, submenu: windowItems(words) },
      ...(isMac ? [] : [{ role: 'help' as const, label: words.help, submenu: [aboutItem(words)] }]),
    ]),
  )
  app.setAboutPanelOptions({
    applicationName: 'Heloise',
    applicationVersion: app.getVersion(),
    copyright: 'MIT License',
    credits: words.credits,
  })
}

type Ask = (label: string, command: MenuCommand, accelerator?: string) => Item

function choose(window: unknown, command: MenuCommand, { tell, openMain }: MenuTargets): void {
  if (window instanceof BrowserWindow) tell(window, command)
  else openMain()
}

function macMenu(words: MenuWords, ask: Ask): Item {
  return {
    label: app.name,
    submenu: [
      aboutItem(words),
      separator,
      ask(words.settings, 'show-settings', 'CmdOrCtrl+,'),
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  }
}

function fileMenu(words: MenuWords, ask: Ask): Item {
  const apart = [separator, ask(words.settings, 'show-settings', 'CmdOrCtrl+,'), separator]
  return {
    label: words.file,
    submenu: [
      ask(words.newMail, 'new-mail', 'CmdOrCtrl+N'),
      ...(isMac ? [separator] : apart),
      { role: 'close', label: words.closeWindow, accelerator: 'CmdOrCtrl+W' },
      ...(isMac ? [] : [{ role: 'quit' as const, label: words.quit, accelerator: 'CmdOrCtrl+Q' }]),
    ],
  }
}

function editMenu(words: MenuWords, ask: Ask): Item {
  return {
    role: 'editMenu',
    label: words.edit,
    submenu: [
      { role: 'undo', label: words.undo },
      { role: 'redo', label: words.redo },
      separator,
      { role: 'cut', label: words.cut },
      { role: 'copy', label: words.copy },
      { role: 'paste', label: words.paste },
      { role: 'selectAll', label: words.selectAll },
      separator,
      ask(words.find, 'find', 'CmdOrCtrl+F'),
    ],
  }
}

function viewMenu(words: MenuWords, ask: Ask): Item {
  return {
    label: words.view,
    submenu: [
      ask(words.compose, 'show-compose', 'CmdOrCtrl+1'),
      ask(words.servers, 'show-servers', 'CmdOrCtrl+2'),
      ask(words.diagnose, 'show-diagnose', 'CmdOrCtrl+3'),
      ask(words.loopback, 'show-loopback', 'CmdOrCtrl+4'),
      ask(words.settingsView, 'show-settings', 'CmdOrCtrl+5'),
      separator,
      ask(words.log, 'toggle-log', 'CmdOrCtrl+J'),
      ask(words.palette, 'show-palette', 'CmdOrCtrl+K'),
      separator,
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.actualSize },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(app.isPackaged ? [] : [separator, { role: 'toggleDevTools' as const, label: words.developerTools }]),
    ],
  }
}

function windowItems(words: MenuWords): Item[] {
  return [{ role: 'minimize', label: words.minimize }]
}

function aboutItem(words: MenuWords): Item {
  return { label: words.about, click: () => app.showAboutPanel() }
}
