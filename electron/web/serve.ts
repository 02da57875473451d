// Opens Heloise for a browser: the services, the door to them, and the browser if there is one.
import { join } from 'node:path'
import { chosenVault } from '../services/chosen-vault.ts'
import { dataFolder } from '../services/data-folder.ts'
import { openHeloise } from '../services/open.ts'
import { version } from '../services/version.ts'
import { openBrowser } from './browser.ts'
import { openDoor } from './door.ts'

/** `port`: 0 for a free one. `open`: whether a browser is opened, if there is one. */
export type WebOptions = { readonly port: number; readonly open: boolean }

/** `address` carries the one-time token: it works once, in one browser. */
export type Web = { readonly address: string; close(): Promise<void> }

export async function serveWeb({ port, open }: WebOptions): Promise<Web> {
  const { locale } = Intl.DateTimeFormat().resolvedOptions()
  const heloise = await openHeloise({ dataFolder: dataFolder(), door: 'browser', version, locale, ...chosenVault() })
  try {
    const door = await openDoor({ router: heloise.router, folder: builtRenderer, port })
    if (open) void openBrowser(door.address)
    return {
      address: door.address,
      async close() {
        door.close()
        await heloise.close()
      },
    }
  } catch (error) {
    await heloise.close()
    throw error
  }
}

/** Beside the folder of the built programs. */
const builtRenderer = join(import.meta.dirname, '../renderer')
