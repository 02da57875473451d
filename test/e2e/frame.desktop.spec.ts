// What only the desktop app must hold: its windows stay its own, and its menu reaches the right one.
import { expect, test } from './door.ts'

test('the window cannot be led away from the app, nor to files and programs', async ({ page, heloise }) => {
  await expect(page.getByRole('navigation')).toBeVisible()
  const address = page.url()
  await page.evaluate(() => {
    window.open('file:///etc/passwd')
    window.open('smb://b.example/share')
    location.href = 'https://b.example/'
  })
  await page.waitForTimeout(500)
  await expect(page.getByRole('navigation')).toBeVisible()
  expect([page.url(), await heloise.opened().outside()]).toEqual([address, []])
})
