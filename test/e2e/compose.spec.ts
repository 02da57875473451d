// Writing a mail, sending it, and what is told when it cannot be sent.

import type { Page } from '@playwright/test'
import {
  addTo,
  attach,
  chooseScenario,
  expectInLog,
  expectSent,
  field,
  log,
  newMail,
  outcome,
  paste,
  patiently,
  send,
  subject,
  text,
  whyCard,
  write,
} from './compose.ts'
import { expect, test } from './door.ts'

// Whole sessions are run here, some of them slow on purpose.
test.slow()

test('at first start one click shows a whole session, and the mail is in the Loopback inbox', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await send(page)
  await expectSent(page)
  for (const line of ['EHLO', 'STARTTLS', 'AUTH', 'MAIL FROM:', 'RCPT TO:', 'DATA', 'QUIT'])
    await expectInLog(page, line)
  await outcome(page).getByRole('button', { name: 'Open in the Loopback inbox' }).click()
  await expect(page.getByText('Press Send and watch').first()).toBeVisible()
})

test('a mail goes by keyboard alone, and each recipient has the words of the server', async ({ page }) => {
  await newMail(page)
  await field(page, 'To').focus()
  await page.keyboard.type('Ana Pérez <ana@loopback.test>, 550-5.1.1@loopback.test;')
  await subject(page).focus()
  await page.keyboard.type('Teclado')
  await page.keyboard.press('Tab')
  await text(page).focus()
  await page.keyboard.type('Hola')
  await page.keyboard.press('Control+Enter')
  await patiently(outcome(page)).toContainText('Accepted for 1 of 2 recipients')
  await patiently(outcome(page).getByText(/^550 5\.1\.1 /)).toBeVisible()
})

test('what is written stays when the app ends', async ({ page, heloise }) => {
  await write(page, 'ana@loopback.test', 'Kept')
  await text(page).fill('every word')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  const again = await heloise.restart()
  await expect(subject(again)).toHaveValue('Kept')
  await expect(text(again)).toHaveText('every word')
  await expect(again.getByRole('button', { name: /^ana@loopback\.test\./ })).toBeVisible()
})

test('files and pictures go with the mail', async ({ page }) => {
  await write(page, 'ana@loopback.test', 'With files')
  await attach(page, { name: 'año.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(3_000_000, 'x') })
  await expect(page.getByRole('button', { name: 'Remove año.bin' })).toBeVisible()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Picture in the text' }).click(),
  ])
  await chooser.setFiles([{ name: 'dot.gif', mimeType: 'image/gif', buffer: Buffer.from(dot, 'base64') }])
  await expect(text(page).locator('img[src^="blob:"]')).toBeVisible()
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await expect(page.getByRole('document', { name: 'Source' })).toContainText('Content-ID')
  await send(page)
  await expectSent(page)
})

test('the envelope may differ from the letter, and the difference is said', async ({ page }) => {
  await write(page, 'ana@loopback.test', 'Two addresses')
  await page.getByRole('button', { name: 'Envelope', exact: true }).click()
  await page.getByRole('switch', { name: 'Let the envelope differ from the letter' }).check()
  await page.getByLabel('MAIL FROM').fill('bounces@loopback.test')
  await page.getByLabel('RCPT TO').fill('hidden@loopback.test')
  await expect(page.getByRole('list', { name: 'Differences' })).toContainText('hidden@loopback.test')
  await send(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Send anyway' }).click()
  await patiently(outcome(page)).toContainText('hidden@loopback.test')
  await expectInLog(page, 'MAIL FROM:<bounces@loopback.test>')
})

test('checking goes as far as the recipients and sends nothing', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await page.keyboard.press('Control+Shift+Enter')
  await patiently(outcome(page)).toContainText('Checked: nothing was sent')
  await expectInLog(page, 'RSET')
})

test('the mail can be edited raw, and the form comes back', async ({ page }) => {
  await write(page, 'ana@loopback.test', 'Raw')
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await page.getByRole('button', { name: 'Edit as raw mail' }).click()
  const raw = page.getByRole('textbox', { name: 'Raw mail' })
  await raw.fill((await raw.inputValue()).replace('Subject: Raw', 'Subject: By hand'))
  await send(page)
  await expectSent(page)
  await page.getByRole('button', { name: 'Back to the form' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Back to the form' }).click()
  await page.getByRole('button', { name: 'Source', exact: true }).click()
  await expect(subject(page)).toHaveValue('Raw')
})

test('no text is lost between its three forms without asking', async ({ page }) => {
  await newMail(page)
  await page.getByText('HTML', { exact: true }).click()
  await page.getByRole('textbox', { name: 'HTML source of the mail' }).fill('<table><tr><td>cell</td></tr></table>')
  await page.getByText('Rich', { exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('<table>')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('textbox', { name: 'HTML source of the mail' })).toHaveValue(/<table>/)
  await page.getByText('Plain', { exact: true }).click()
  await expect(text(page)).toHaveValue('cell')
})

test.describe('bad input is named at its field, and nothing is sent', () => {
  test('no recipient', async ({ page }) => {
    await newMail(page)
    await subject(page).fill('Nobody')
    await send(page)
    await patiently(whyCard(page)).toContainText('There is no recipient')
    await whyCard(page).getByRole('button', { name: 'Add a recipient' }).click()
    await expect(field(page, 'To')).toBeFocused()
  })

  test('an address that is none', async ({ page }) => {
    await write(page, 'ana.loopback.test', 'Wrong')
    await expect(page.getByRole('button', { name: /^ana\.loopback\.test: The @ is missing\./ })).toBeVisible()
    await send(page)
    await patiently(whyCard(page)).toContainText('ana.loopback.test')
  })

  test('a line break in the subject', async ({ page }) => {
    await write(page, 'ana@loopback.test', '')
    await paste(subject(page), 'Hi\r\nBcc: evil@example.com')
    await expect(page.getByRole('alert')).toContainText('line break')
    await send(page)
    await patiently(whyCard(page)).toContainText('A header cannot be sent like this')
    await subject(page).fill('Hi')
    await send(page)
    await expectSent(page)
  })

  test('a line break and a NUL in an address', async ({ page }) => {
    await newMail(page)
    await paste(field(page, 'To'), 'ana@loopback.test>\r\nRCPT TO:<evil@example.com, b\0b@loopback.test')
    await expect(page.getByRole('button', { name: /control character/ })).toBeVisible()
    await subject(page).fill('Injected')
    await send(page)
    await patiently(whyCard(page)).toBeVisible()
    await expect(log(page).getByRole('tab', { name: /^Sending/ })).not.toBeAttached()
  })
})

test('a session that is slow shows its stages, and Escape stops it', async ({ page }) => {
  await sendSlowly(page)
  await patiently(log(page).getByRole('tab', { name: /^Sending/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await patiently(whyCard(page)).toContainText('Stopped')
  await expect(page.getByRole('button', { name: 'Stop (Esc)' })).not.toBeVisible()
  await expect(subject(page)).toHaveValue(/Press Send/)
})

test('leaving a mail that is being sent asks first', async ({ page }) => {
  await sendSlowly(page)
  await patiently(log(page).getByRole('tab', { name: /^Sending/ })).toBeVisible()
  await page.getByRole('button', { name: 'New mail' }).click()
  await expect(page.getByRole('dialog')).toContainText('A mail is being sent')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(subject(page)).toHaveValue(/Press Send/)
  await expect(page.getByRole('button', { name: 'Stop (Esc)' })).toBeVisible()
  await page.keyboard.press('Escape')
  await patiently(whyCard(page)).toContainText('Stopped')
})

/** Each recipient is answered late, so the session lasts far longer than any test needs. */
async function sendSlowly(page: Page): Promise<void> {
  await expect(text(page)).toContainText('EHLO')
  await chooseScenario(page, 'Slow')
  await paste(field(page, 'To'), Array.from({ length: 80 }, (_, index) => `r${index}@loopback.test`).join(', '))
  await send(page)
}

test('a connection lost after the dot leaves it open whether the mail arrived', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await chooseScenario(page, 'Hangs up after the final dot')
  await send(page)
  await patiently(whyCard(page)).toContainText('It is not known whether the mail arrived')
  await patiently(outcome(page)).toContainText('It is not certain whether the mail arrived')
})

test('a refused login asks for the password where it failed', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await chooseScenario(page, 'Login refused')
  await send(page)
  await patiently(whyCard(page).getByText(/^535 /)).toBeVisible()
  await whyCard(page).getByRole('button', { name: 'Check the password' }).click()
  await expect(page.getByRole('dialog').getByLabel('Password', { exact: true })).toBeFocused()
})

test('a forgotten attachment and a hidden recipient shown to all are asked about once', async ({ page }) => {
  await write(page, 'ana@loopback.test', 'See attached')
  await send(page)
  await expect(page.getByRole('dialog')).toContainText('nothing is attached')
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(outcome(page)).not.toBeVisible()
  await send(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Send anyway' }).click()
  await expectSent(page)
})

test('a loopback server that is off is started by the button of the why card', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await page.getByRole('button', { name: 'Loopback', exact: true }).click()
  await page.getByRole('switch', { name: 'Loopback server' }).press('Space')
  await expect(page.getByText('Loopback off')).toBeVisible()
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
  await send(page)
  await whyCard(page).getByRole('button', { name: 'Start the loopback server' }).click()
  await expectSent(page)
})

test('a draft that was deleted comes back by undo', async ({ page }) => {
  await write(page, 'ana@loopback.test', 'Deleted')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Delete “Deleted”' }).click()
  await expect(subject(page)).not.toHaveValue('Deleted')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(subject(page)).toHaveValue('Deleted')
  await addTo(page, 'luis@loopback.test')
})

test('a mailto link begins a mail', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  const link = 'mailto:ana@loopback.test?subject=From%20a%20link&body=Hello'
  await page.evaluate((link) => {
    location.hash = `#/compose/new?${new URLSearchParams({ mailto: link })}`
  }, link)
  await expect(subject(page)).toHaveValue('From a link')
  await expect(text(page)).toHaveText('Hello')
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#\/compose\/[0-9a-f-]{36}$/)
})

/** A GIF of one pixel. */
const dot = 'R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs='
