// What only a browser shows of the protocol log: the clipboard and downloads, which the desktop asks the system for.
import { readFile } from 'node:fs/promises'
import { expect, test } from './door.ts'
import { explanationOf, linesOf, logOf, sendSample } from './log.ts'

test('a session is exported as a file without its secrets', async ({ page }) => {
  await sendSample(page)
  await logOf(page).getByRole('button', { name: 'More for this session' }).click()
  await page.getByRole('menuitem', { name: 'Export' }).hover()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Text', exact: true }).click(),
  ])
  const text = await readFile(await download.path(), 'utf8')
  expect(text).toMatch(/C: EHLO.*C: AUTH.*C: MAIL FROM/s)
  expect(text.match(/C: AUTH \S+ (.*)/)?.[1] ?? '').not.toMatch(/^[A-Za-z0-9+/=]{8,}$/)
})

test('selected lines and the command of another tool go to the clipboard', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await sendSample(page)
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await linesOf(page).press('End')
  await linesOf(page).press('ArrowUp')
  await linesOf(page).press('Shift+ArrowUp')
  await linesOf(page).press('ControlOrMeta+c')
  await expect.poll(clipboard).toMatch(/^C: QUIT\nS: 221 .*\n$/)
  await logOf(page).getByRole('button', { name: 'More for this session' }).click()
  await page.getByRole('menuitem', { name: 'Copy as command' }).hover()
  await page.getByRole('menuitem', { name: 'swaks' }).click()
  await expect.poll(clipboard).toMatch(/^swaks --server 127\.0\.0\.1 --port \d+ --tls/)
})

test('what the log hides of a login is shown to the person who asks, and hidden again', async ({ page }) => {
  await sendSample(page)
  await logOf(page).getByRole('textbox', { name: 'Filter lines' }).fill('proof hidden')
  await linesOf(page).getByRole('row').first().click()
  const proof = explanationOf(page).getByText(/^c=.*,r=.*,p=[\w+/]{20,}=$/)
  await expect(proof).toHaveCount(0)
  await explanationOf(page).getByRole('button', { name: 'Show the line as it was sent' }).click()
  await expect(proof).toBeVisible()
  await explanationOf(page).getByRole('button', { name: 'Hide it again' }).click()
  await expect(proof).toHaveCount(0)
})
