// What only the desktop app can do with a report: print it into a PDF, in a window that nobody sees.
import { patiently } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

declare global {
  /** What the page was given to save. */
  var savedFiles: Blob[] | undefined
}

test('a report is printed into a PDF', async ({ page }) => {
  test.slow()
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  const report = page.getByRole('button', { name: 'Report', exact: true })
  await patiently(report).toBeVisible()
  // The app would ask where to put it.
  await page.evaluate(() => {
    const address = URL.createObjectURL.bind(URL)
    URL.createObjectURL = (file) => {
      if (file instanceof Blob) globalThis.savedFiles = [file]
      return address(file)
    }
    HTMLAnchorElement.prototype.click = () => {}
  })
  await report.click()
  await page.getByRole('menuitem', { name: 'Save as PDF' }).click()
  const begun = () => page.evaluate(() => globalThis.savedFiles?.[0]?.slice(0, 5).text())
  await expect.poll(begun, { timeout: 30_000 }).toBe('%PDF-')
})
