// The whole house in a folder of its own for a test: secrets in memory, called as a window calls it, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { MenuCommand } from '#shared/contract/app.ts'
import { type Heloise, type HeloiseOptions, openHeloise } from '../../electron/services/open.ts'
import { memoryVault, type Vault } from '../../electron/storage/index.ts'

export type TestHeloise = {
  readonly api: ReturnType<typeof clientOf>
  readonly router: Heloise['router']
  readonly dataFolder: string
  readonly vault: Vault
  /** Ends it; its data stays. */
  stop(): Promise<void>
  /** Ends it if it runs, and starts it again on the same data and vault. */
  reopen(): Promise<TestHeloise>
  /** Ends it if it runs, and removes its data. */
  close(): Promise<void>
}

type Options = Partial<Pick<HeloiseOptions, 'door' | 'locale' | 'dataFolder' | 'vault'>> & {
  readonly menu?: AsyncIterable<MenuCommand>
}

export async function startHeloise(options: Options = {}): Promise<TestHeloise> {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'heloise-test-'))
  const vault = options.vault ?? memoryVault()
  const { door = 'browser', locale = 'en-GB', menu = null } = options
  const heloise = await openHeloise({ dataFolder, door, version: '0.0.0', locale, vault })
  let end: Promise<void> | null = null
  const stop = () => {
    end ??= heloise.close()
    return end
  }
  return {
    api: clientOf(heloise, menu),
    router: heloise.router,
    dataFolder,
    vault,
    stop,
    async reopen() {
      await stop()
      return startHeloise({ ...options, dataFolder, vault })
    },
    async close() {
      await stop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const clientOf = ({ router }: Heloise, menu: AsyncIterable<MenuCommand> | null) =>
  createRouterClient(router, { context: { menu } })
