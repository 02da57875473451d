// Opens the desktop app for a test.
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron } from '../../build/electron-binary.ts'
import type { Opened, OpenOptions } from './door.ts'
import { environment, root } from './environment.ts'

export async function openDesktop(options: OpenOptions): Promise<Opened> {
  const binary = findElectron()
  const app = await _electron.launch({
    cwd: root,
    ...(binary !== null && { executablePath: binary }),
    args: ['.', `--user-data-dir=${options.dataFolder}`, `--lang=${options.language}`],
    env: environment(options),
  })
  app.on('window', options.watch)
  await recordLinks(app)
  const page = await app.firstWindow()
  return {
    app,
    page,
    async openedBy(action): Promise<Page> {
      const [window] = await Promise.all([app.waitForEvent('window'), action()])
      return window
    },
    outside: () => app.evaluate(() => globalThis.openedLinks ?? []),
    close: () => app.close(),
  }
}

declare global {
  /** In the app's main process: the links that it would have opened. */
  var openedLinks: string[] | undefined
}

/** No test opens the person's own browser. */
function recordLinks(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ shell }) => {
    globalThis.openedLinks = []
    shell.openExternal = async (address) => {
      globalThis.openedLinks?.push(address)
    }
  })
}
