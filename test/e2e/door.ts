// A Heloise of its own for every test, at the door of the project, on a data folder of its own. Trouble on a page fails the test.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Browser,
  test as base,
  type ConsoleMessage,
  type ElectronApplication,
  expect,
  type Page,
} from '@playwright/test'
import { openDesktop } from './desktop.ts'
import { launchBrowser, openWeb } from './web.ts'

export { expect }

export type DoorOptions = { door: 'web' | 'electron' }

/** A started Heloise. */
export type Opened = {
  /** The window that opens first. */
  readonly page: Page
  /** What the action opens: a second window of the desktop app, a tab of the browser. */
  openedBy(action: () => Promise<unknown>): Promise<Page>
  /** Addresses that were handed to the person's desktop or, in the browser, to another tab. */
  outside(): Promise<readonly string[]>
  close(): Promise<void>
  /** The desktop app itself; null in the browser. */
  readonly app: ElectronApplication | null
}

export type OpenOptions = {
  readonly dataFolder: string
  readonly language: 'en-US' | 'es-ES'
  /** Hears of every page, before anything runs in it where that is possible. */
  readonly watch: (page: Page) => void
  /** Of this worker; started when it is first asked for. */
  readonly browser: () => Promise<Browser>
}

type HeloiseUnderTest = {
  readonly dataFolder: string
  readonly opened: () => Opened
  /** Errors of scripts, of the console and of the security policy, so far. A test that provokes them takes them out. */
  readonly troubles: string[]
  /** Ends it and starts it again on the same data. */
  restart(): Promise<Page>
}

type Fixtures = DoorOptions & {
  language: OpenOptions['language']
  heloise: HeloiseUnderTest
  /** The first window. After a restart use the page that `restart` answers. */
  page: Page
  /** The desktop app itself, for the specs that only it has. */
  desktop: ElectronApplication
}

type WorkerFixtures = { chromium: OpenOptions['browser'] }

export const test = base.extend<Fixtures, WorkerFixtures>({
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from the pattern which fixtures are needed
    async ({}, use) => {
      const started: Promise<Browser>[] = []
      await use(() => {
        started[0] ??= launchBrowser()
        return started[0]
      })
      for (const browser of started) await (await browser).close()
    },
    { scope: 'worker' },
  ],
  door: ['web', { option: true }],
  language: ['en-US', { option: true }],
  heloise: async ({ door, language, chromium }, use) => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'heloise-e2e-'))
    const troubles: string[] = []
    const open = door === 'web' ? openWeb : openDesktop
    const start = () => open({ dataFolder, language, watch: (page) => collect(page, troubles), browser: chromium })
    let opened = await start()
    try {
      await use({
        dataFolder,
        opened: () => opened,
        troubles,
        async restart() {
          await opened.close()
          opened = await start()
          return opened.page
        },
      })
    } finally {
      await opened.close()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
    expect(troubles).toEqual([])
  },
  page: async ({ heloise }, use) => use(heloise.opened().page),
  desktop: async ({ heloise }, use) => {
    const { app } = heloise.opened()
    if (!app) throw new Error('There is no desktop app at this door.')
    await use(app)
  },
})

function collect(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (isTrouble(message)) troubles.push(`console: ${message.text()}`)
  })
}

/** The test runner's own scripts cannot run inside a shown mail, and the browser says so. */
function isTrouble(message: ConsoleMessage): boolean {
  return message.type() === 'error' && !/^Blocked script execution in '[^']*\/mail-view\//.test(message.text())
}
