// Makes the pictures of the README: the built app at its web door, a mail sent through its own test server, both themes.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { launchBrowser, openWeb } from '../test/e2e/web.ts'
import { build, root } from './built.ts'

const pictures = join(root, 'build/pictures')
const themes = ['light', 'dark'] as const

build()
mkdirSync(pictures, { recursive: true })
const browser = await launchBrowser()
for (const theme of themes) await picture(theme)
await browser.close()

async function picture(theme: (typeof themes)[number]): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'heloise-pictures-'))
  const opened = await openWeb({ dataFolder, language: 'en-US', watch: () => {}, browser: async () => browser })
  const { page } = opened
  const take = (name: string) => page.screenshot({ path: join(pictures, `${name}-${theme}.png`) })
  try {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 1200, height: 800 })
    await send(page)
    await take('compose')
    await lookAtLoopback(page)
    await take('diagnose')
    await page.getByRole('button', { name: 'Loopback', exact: true }).click()
    await page.getByRole('list', { name: 'Inbox' }).getByRole('button').first().click()
    await page.locator('iframe').contentFrame().getByText('EHLO').waitFor()
    await take('loopback')
  } finally {
    await opened.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.getByText('The server took responsibility').waitFor()
  await page.getByText('221 2.0.0 Bye').waitFor()
  // A line that is chosen has its explanation beside it.
  await page.getByRole('row').filter({ hasText: 'RCPT TO' }).first().click()
}

async function lookAtLoopback(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Diagnose', exact: true }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  await page.getByText(/connections? · /).waitFor()
}
