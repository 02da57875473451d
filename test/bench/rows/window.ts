// The window: how soon after the start of its process it can be used, how much code that takes, and what it costs while nobody does anything.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { desktopObstacle, findChromium } from '../../../build/test-needs.ts'
import { openDesktop } from '../../e2e/desktop.ts'
import { end, launchBrowser, startDoor } from '../../e2e/web.ts'
import { cpuOfTree } from '../process-tree.ts'
import type { Absent, Contender, Row } from '../row.ts'
import { codeOctets, missingForWindow } from './built-window.ts'
import { rendererOf } from './renderer-process.ts'

export const window: Row = {
  name: 'window',
  title: 'The window: from the start of its process until it can be used, and idle',
  rounds: 3,
  targets: ['desktop', 'web door'].flatMap((of) => [
    { of, figure: 'ms', bound: 'at most', value: 1000, against: null },
    { of, figure: 'code KiB', bound: 'at most', value: 1024, against: null },
    // Less than what rounds to one per cent.
    { of, figure: 'idle CPU %', bound: 'at most', value: 0.5, against: null },
  ]),
  async open(servers) {
    return [
      measured('desktop', missingForWindow() ?? desktopObstacle(), openDesktopWindow, servers),
      measured(
        'web door',
        missingForWindow() ?? (findChromium() === null ? 'there is no Chromium' : null),
        openTab,
        servers,
      ),
    ]
  },
}

type Opened = {
  readonly page: Page
  /** When its process was started, by `performance.now`. */
  readonly began: number
  /** Seconds of a processor, so far. */
  cpuSeconds(): Promise<number>
  close(): Promise<void>
}
type Open = (dataFolder: string) => Promise<Opened>

function measured(name: string, missing: string | null, open: Open, servers: AsyncDisposableStack): Contender | Absent {
  if (missing !== null) return { name, missing }
  let dataFolder: string | null = null
  return {
    name,
    async run() {
      dataFolder ??= await afterFirstStart(open, servers)
      const opened = await open(dataFolder)
      await usable(opened.page)
      const ms = performance.now() - opened.began
      const octets = await codeOctets(opened.page)
      const idle = await idleShare(opened)
      await opened.close()
      return { ms, 'code KiB': octets / 1024, 'idle CPU %': idle * 100 }
    },
  }
}

/** The first start of all makes keys and certificates, once. */
async function afterFirstStart(open: Open, servers: AsyncDisposableStack): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-bench-'))
  servers.defer(() => rmSync(folder, { recursive: true, force: true }))
  const opened = await open(folder)
  await usable(opened.page)
  await opened.close()
  return folder
}

const usable = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).waitFor()

/** Milliseconds until what a start leaves for later is done, and those in which nothing is to happen. */
const settling = 5_000
const idling = 10_000

async function idleShare({ cpuSeconds }: Opened): Promise<number> {
  await pause(settling)
  const before = await cpuSeconds()
  await pause(idling)
  return ((await cpuSeconds()) - before) / (idling / 1000)
}

const language = 'en-US'

async function openDesktopWindow(dataFolder: string): Promise<Opened> {
  const began = performance.now()
  const browser = () => Promise.reject(new Error('The desktop needs none.'))
  const { app, page, close } = await openDesktop({ dataFolder, language, watch: () => {}, browser })
  return { page, began, cpuSeconds: async () => cpuOfTree(app?.process().pid ?? 0), close }
}

/** In a browser that runs already. */
async function openTab(dataFolder: string): Promise<Opened> {
  const browser = await launchBrowser()
  const page = await browser.newPage({ locale: language, viewport: { width: 1280, height: 860 } })
  const began = performance.now()
  const { child, address } = await startDoor({ dataFolder, language })
  await page.goto(address)
  const renderer = await rendererOf(browser)
  return {
    page,
    began,
    cpuSeconds: async () => cpuOfTree(child.pid ?? 0) + (await renderer.cpuSeconds()),
    async close() {
      await browser.close()
      await end(child)
    },
  }
}
