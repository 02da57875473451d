// The protocol log on a page, in English: what a test presses and reads there.
import { expect, type Locator, type Page } from '@playwright/test'

export const logOf = (page: Page) => page.getByRole('region', { name: 'Protocol log' })
export const linesOf = (page: Page): Locator => page.getByRole('grid', { name: 'Lines of the session' })
export const explanationOf = (page: Page): Locator => page.getByRole('complementary', { name: /^Explanation/ })

/** Sends the sample mail of the first start to the loopback server, and waits until its session has ended. */
export async function sendSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(logOf(page).getByRole('tab', { selected: true, name: /Sending.*finished/ })).toBeVisible({
    timeout: 30_000,
  })
}
