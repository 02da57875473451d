// Sending the same mail many times: where it goes, how many arrived, and what cannot be asked.
import type { Locator, Page } from '@playwright/test'
import { addTo, chooseScenario, newMail, patiently, subject, text } from './compose.ts'
import { expect, test } from './door.ts'

// Whole sessions are run here.
test.slow()

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Send many times' })

async function openMany(page: Page, about: string): Promise<Locator> {
  await newMail(page)
  await addTo(page, 'ana@loopback.test')
  await subject(page).fill(about)
  await text(page).fill('Hello')
  await page.getByRole('button', { name: 'More ways to send' }).click()
  await page.getByRole('menuitem', { name: 'Send many times…' }).click()
  await expect(dialog(page)).toContainText('ana@loopback.test')
  return dialog(page)
}

const fate = (many: Locator, name: string): Locator => many.locator('dl > div', { hasText: name }).locator('dd')

test('ten copies go to Loopback, by keyboard, and its inbox has them', async ({ page }) => {
  const many = await openMany(page, 'Ten times')
  await expect(many).toContainText(/through (localhost|127\.0\.0\.1):\d+/)
  await expect(many).toContainText('10 mails would arrive. They stay on this computer')
  await expect(many.getByLabel('Mails', { exact: true })).toBeFocused()
  await many.getByLabel('Connections at the same time').fill('2')
  await many.getByLabel('Connections at the same time').press('Enter')
  await patiently(many).toContainText('All 10 mails were sent')
  await expect(fate(many, 'Sent')).toHaveText(['10', '0'])
  await expect(fate(many, 'Refused')).toHaveText('0')
  await expect(many).toContainText('mails a second')
  await many.getByRole('button', { name: 'Open in the Loopback inbox' }).click()
  await expect(page.getByText('Ten times')).toHaveCount(10)
})

test('Escape stops, and the counts say how many were sent', async ({ page }) => {
  const many = await openMany(page, 'Too many')
  await many.getByLabel('Mails', { exact: true }).fill('5000')
  await many.getByLabel('Mails a second').fill('10')
  await many.getByRole('button', { name: 'Send 5,000 mails' }).click()
  await patiently(fate(many, 'Sent').first()).not.toHaveText('0')
  await page.keyboard.press('Escape')
  await patiently(many).toContainText(/Stopped: \d+ of 5,000 mails were sent/)
  await page.keyboard.press('Escape')
  await expect(many).toBeHidden()
})

test('what cannot be is said at its field, and a refusal is told in the words of the server', async ({ page }) => {
  await chooseScenario(page, 'Content refused')
  const many = await openMany(page, 'Refused')
  await many.getByLabel('Mails in flight on a connection').fill('0')
  await expect(many).toContainText('A whole number from 1 to 10,000')
  await expect(many.getByRole('button', { name: 'Send', exact: true })).toBeDisabled()
  await many.getByLabel('Mails in flight on a connection').fill('8')
  await expect(many).toContainText('whether the last 8 mails on it arrived')
  await many.getByRole('button', { name: 'Send 10 mails' }).click()
  await patiently(many).toContainText('0 of 10 mails were sent')
  await expect(fate(many, 'Refused')).toHaveText('10')
  await expect(many.getByRole('region', { name: 'The first failure' })).toContainText(/\b5\d\d /)
})
