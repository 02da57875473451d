// The desktop app: opens Heloise's services and shows its windows.
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { app, BrowserWindow } from 'electron'
import { chosenVault } from '../services/chosen-vault.ts'
import { openHeloise } from '../services/open.ts'
import { pageViews } from '../services/page/page-views.ts'
import { answerChannels } from './channel.ts'
import { showComposeWindow } from './compose-window.ts'
import { followSettings } from './follow-settings.ts'
import { findMailto, mailtoRoute } from './mailto.ts'
import { printReport } from './print-report.ts'
import { quitAfter } from './quit.ts'
import { registerScheme, serveScheme } from './scheme.ts'
import { guardPages } from './security.ts'
import { showMainWindow } from './window.ts'

/** Every page lives in the operating system's sandbox. */
app.enableSandbox()
registerScheme()
const { HELOISE_DATA } = process.env
if (HELOISE_DATA && !app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', HELOISE_DATA)

if (app.requestSingleInstanceLock()) {
  /** macOS tells of a link by an event, which may come before anything is open. */
  const links: string[] = []
  const keepLink = (_: unknown, link: string) => void links.push(link)
  app.on('open-url', keepLink)
  app
    .whenReady()
    .then(start)
    .then(() => {
      app.off('open-url', keepLink)
      openMailto([...process.argv, ...links])
    })
    .catch(stop)
} else app.quit()

async function start(): Promise<void> {
  const heloise = await openHeloise({
    dataFolder: app.getPath('userData'),
    door: 'desktop',
    version: app.getVersion(),
    locale: app.getLocale(),
    ...chosenVault(),
    printReport,
  })
  quitAfter(() => heloise.close())
  const api = createRouterClient(heloise.router, { context: { menu: null } })
  guardPages(showComposeWindow)
  serveScheme({ folder: join(import.meta.dirname, '../renderer'), ...pageViews(api) })
  const tell = answerChannels(heloise.router)
  await followSettings(api, { tell, openMain: showMainWindow })
  showMainWindow()
  app.on('second-instance', (_, argv) => {
    if (!openMailto(argv)) showMainWindow()
  })
  app.on('open-url', (_, link) => void openMailto([link]))
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && showMainWindow())
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())
}

/** Whether the arguments name a `mailto:` link, which then has its compose window. */
function openMailto(args: readonly string[]): boolean {
  const link = findMailto(args)
  if (link !== null) showComposeWindow(mailtoRoute(link))
  return link !== null
}

function stop(error: unknown): void {
  console.error(error)
  app.exit(1)
}
