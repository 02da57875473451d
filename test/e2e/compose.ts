// Parts of the compose screen that its tests work with.
import type { Locator, Page } from '@playwright/test'
import { expect } from './door.ts'

export const field = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true })
export const subject = (page: Page): Locator => page.getByRole('textbox', { name: 'Subject' })
export const text = (page: Page): Locator => page.getByRole('textbox', { name: 'Text of the mail' })
export const outcome = (page: Page): Locator => page.getByRole('complementary', { name: 'Outcome' })
export const whyCard = (page: Page): Locator => page.getByRole('region', { name: 'Why it failed' })
export const log = (page: Page): Locator => page.getByRole('region', { name: 'Protocol log' })

/** The log keeps only the rows in view on the page, so each line is asked for by its filter. */
export async function expectInLog(page: Page, line: string): Promise<void> {
  const filter = log(page).getByRole('textbox', { name: 'Filter lines' })
  await filter.fill(line)
  await expect(log(page).getByRole('tabpanel').getByText(line).first()).toBeVisible()
  await filter.fill('')
}

/** For what a session has to end for. */
export const patiently = expect.configure({ timeout: 30_000 })

export const expectSent = (page: Page): Promise<void> =>
  patiently(outcome(page)).toContainText('The server took responsibility for the mail')

/** Only the main button: the menu beside it has a Send of its own. */
export const send = (page: Page): Promise<void> =>
  page
    .getByRole('toolbar', { name: 'What can be done with the mail' })
    .getByRole('button', { name: 'Send', exact: true })
    .click()

export async function newMail(page: Page): Promise<void> {
  await expect(text(page)).toBeVisible()
  await page.getByRole('button', { name: 'New mail' }).click()
  await expect(subject(page)).toHaveValue('')
}

export async function write(page: Page, to: string, about: string): Promise<void> {
  await newMail(page)
  await addTo(page, to)
  await subject(page).fill(about)
}

export async function addTo(page: Page, address: string): Promise<void> {
  await field(page, 'To').fill(address)
  await field(page, 'To').press('Enter')
}

export async function attach(
  page: Page,
  ...files: { name: string; mimeType: string; buffer: Buffer }[]
): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Attach', exact: true }).click(),
  ])
  await chooser.setFiles(files)
}

/** As a person who copied it elsewhere would, control characters and all. */
export async function paste(target: Locator, pasted: string): Promise<void> {
  await target.focus()
  await target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, pasted)
}

/** The loopback server behaves as the scenario says from the next session on. */
export async function chooseScenario(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Loopback', exact: true }).click()
  await page.getByRole('tab', { name: 'Server' }).click()
  await page.getByRole('combobox', { name: 'Scenario' }).click()
  // Behind its name an option tells what happens.
  await page
    .getByRole('option')
    .filter({ has: page.getByText(name, { exact: true }) })
    .click()
  await expect(page.getByRole('combobox', { name: 'Scenario' })).toHaveValue(name)
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
}
