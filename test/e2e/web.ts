// Opens the web door and a browser for a test.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../build/test-needs.ts'
import type { Opened, OpenOptions } from './door.ts'
import { environment, root } from './environment.ts'

export async function openWeb(options: OpenOptions): Promise<Opened> {
  const { child, address } = await startDoor(options)
  const browser = await options.browser()
  const context = await browser.newContext({
    locale: options.language,
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
  })
  const links = await recordLinks(context)
  context.on('page', options.watch)
  const page = await context.newPage()
  await page.goto(address)
  return {
    app: null,
    page,
    async openedBy(action): Promise<Page> {
      const [tab] = await Promise.all([context.waitForEvent('page'), action()])
      return tab
    },
    outside: async () => links,
    async close() {
      await context.close()
      await end(child)
    },
  }
}

/** The door as a program, and the address that it prints. */
export async function startDoor(
  options: Pick<OpenOptions, 'dataFolder' | 'language'>,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [join(root, 'out/main/web.js'), '--no-open', '--port', '0'], {
    env: environment(options),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address) return { child, address }
  }
  throw new Error('The web door ended before it printed its address.')
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('There is no Chromium for the browser tests.')
  return chromium.launch({
    executablePath,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
    // Chromium refuses its sandbox to root.
    chromiumSandbox: process.platform === 'linux' && process.getuid?.() !== 0,
  })
}

/** Nothing leaves the machine: what is not on it is noted and answered with an empty page. */
async function recordLinks(context: BrowserContext): Promise<string[]> {
  const links: string[] = []
  await context.route(/^https?:\/\/(?!127\.0\.0\.1[:/])/, (route) => {
    links.push(route.request().url())
    return route.fulfill({ body: '' })
  })
  return links
}
