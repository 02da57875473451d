// The window as people have it: built.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

const folder = join(import.meta.dirname, '../../../out/renderer')

/** Why it cannot be measured, or null. */
export const missingForWindow = (): string | null =>
  existsSync(join(folder, 'index.html')) ? null : 'it is not built; run npm run build'

/** Scripts and styles that a page has loaded so far, compressed. */
export async function codeOctets(page: Page): Promise<number> {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const files = loaded.map((address) => new URL(address).pathname).filter((path) => /\.(js|css)$/.test(path))
  return [...new Set(files)].reduce((sum, path) => sum + gzipSync(readFileSync(join(folder, path))).length, 0)
}
