// 'On the wire': what is done otherwise with one mail or with a profile, told where it is wrong, and shown in log and outcome.
import AxeBuilder from '@axe-core/playwright'
import type { Locator, Page } from '@playwright/test'
import { type ChunkSink, chunkSink } from '../fakes/chunk-sink.ts'
import { expectInLog, expectSent, outcome, patiently, send, text, whyCard, write } from './compose.ts'
import { test as base, expect } from './door.ts'
import { explanationOf, linesOf } from './log.ts'

const test = base.extend<{ sink: ChunkSink }>({
  // biome-ignore lint/correctness/noEmptyPattern: the test runner reads from the pattern which fixtures are needed
  sink: async ({}, use) => {
    const sink = await chunkSink({ offers: ['PIPELINING', 'CHUNKING', 'DSN'] })
    await use(sink)
    await sink[Symbol.asyncDispose]()
  },
})

// Whole sessions are run here.
test.slow()

const panel = (page: Page): Locator => page.getByRole('complementary', { name: 'On the wire' })
const openPanel = (page: Page) => page.getByRole('button', { name: 'On the wire', exact: true }).click()
const turn = (place: Locator, keyword: string, position: string) =>
  place.getByRole('radiogroup', { name: keyword, exact: true }).getByText(position, { exact: true }).click()

test('what is switched off stays unused, what is asked for is said, and log and outcome tell it', async ({
  page,
  sink,
}) => {
  await makeProfile(page, sink.port)
  await write(page, 'luis@heloise.test', 'Otherwise')
  await page.getByRole('combobox', { name: 'Profile that sends it' }).click()
  await page.getByRole('option', { name: /^Sink/ }).click()
  await openPanel(page)
  await turn(panel(page), 'CHUNKING', 'Off')
  await turn(panel(page), 'PIPELINING', 'Off')
  await panel(page).getByLabel('Success').check()
  await expect(panel(page).getByRole('radio', { name: 'For this mail alone' })).toBeChecked()
  await send(page)
  await expectSent(page)
  const changes = outcome(page).getByRole('region', { name: 'What changed on the wire' })
  await expect(changes.getByRole('listitem')).toHaveText([
    'RCPT has NOTIFY=SUCCESS',
    'every command waits for its reply, although PIPELINING is offered',
    'the mail leaves by DATA, although CHUNKING is offered',
  ])
  await changes.getByRole('button', { name: /^Show in the log/ }).click()
  await expect(linesOf(page).getByRole('row', { selected: true })).toContainText('On the wire: RCPT has NOTIFY=SUCCESS')
  await expect(explanationOf(page)).toContainText('NOTIFY: a report is wanted on SUCCESS')
  expect(sink.commands.filter((line) => /^(RCPT|DATA)/.test(line))).toEqual([
    'RCPT TO:<luis@heloise.test> NOTIFY=SUCCESS',
    'DATA',
  ])
  await openPanel(page)
  const reports = panel(page)
    .locator('div', { has: page.getByRole('radiogroup', { name: 'DSN', exact: true }) })
    .last()
  await expect(reports).toContainText(/^DSNoffered/)
  await panel(page).getByRole('button', { name: 'Back to the usual' }).click()
  await expect(panel(page).getByText('Everything is as usual.')).toBeVisible()
  await expect(panel(page).getByRole('radio', { name: 'As the profile does' })).toBeChecked()
})

test('a mail without options of its own goes as its profile does it', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await openPanel(page)
  await panel(page).getByRole('link', { name: 'Change the profile' }).click()
  const section = page.getByRole('region', { name: 'On the wire' })
  await turn(section, 'PIPELINING', 'Off')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
  await send(page)
  await expectSent(page)
  await expectInLog(page, 'every command waits for its reply, although PIPELINING is offered')
  await openPanel(page)
  await expect(panel(page).getByRole('radio', { name: 'As the profile does' })).toBeChecked()
  await expect(panel(page).getByRole('list', { name: 'Otherwise than usual' })).toHaveText('PIPELINING: Off')
})

test('what cannot be sent is told at its field, by keyboard alone, and nothing is sent', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await page.keyboard.press('Control+Shift+L')
  const size = panel(page).getByRole('textbox', { name: 'Octets of a BDAT chunk' })
  await size.focus()
  await page.keyboard.type('many')
  await expect(size).toHaveAccessibleDescription(/A whole number, 1 or more/)
  await page.keyboard.press('Control+Shift+L')
  await page.keyboard.press('Control+Enter')
  await expect(size).toBeFocused()
  await expect(outcome(page)).not.toBeVisible()
  await size.fill('1000')
  await page.keyboard.press('Control+Enter')
  await expectSent(page)
})

test('what the server does not offer is shown at its switch', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await openPanel(page)
  await panel(page)
    .getByRole('button', { name: /^When and how/ })
    .click()
  await panel(page).getByLabel('Verified TLS all the way, or it comes back').check()
  await send(page)
  await patiently(whyCard(page)).toContainText('REQUIRETLS')
  await whyCard(page).getByRole('button', { name: 'Show it under “On the wire”' }).click()
  const choice = panel(page).getByRole('radiogroup', { name: 'REQUIRETLS', exact: true })
  await expect(choice.getByRole('radio', { name: 'As offered' })).toBeFocused()
  await expect(panel(page).getByRole('alert')).toContainText('REQUIRETLS, which 127.0.0.1 does not offer')
})

test('a profile with an option that cannot be sent is not saved, and the field is shown', async ({ page }) => {
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  const section = page.getByRole('region', { name: 'On the wire' })
  await section.getByRole('button', { name: 'Show the options' }).click()
  await section.getByRole('textbox', { name: 'Octets of a BDAT chunk' }).fill('0')
  await section.getByRole('button', { name: 'Show the options' }).click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(section.getByRole('textbox', { name: 'Octets of a BDAT chunk' })).toBeFocused()
  await expect(page.getByText('Not saved yet')).toBeVisible()
})

test('the options break no rule of accessibility, beside a mail and in a profile', async ({ page }) => {
  await expect(text(page)).toContainText('EHLO')
  await send(page)
  await expectSent(page)
  await openPanel(page)
  for (const name of [/^When and how/, /^Where it comes/, /^By hand/])
    await panel(page).getByRole('button', { name }).click()
  await panel(page).getByRole('button', { name: 'Add a line' }).click()
  await panel(page).getByLabel('Priority, from -9 to 9').fill('12')
  await turn(panel(page), 'SIZE', 'Off')
  const broken = async (place: string) => {
    const { violations } = await new AxeBuilder({ page }).include(`[aria-label="${place}"]`).analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }
  const inCompose = await broken('On the wire')
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('region', { name: 'On the wire' }).getByRole('button', { name: 'Show the options' }).click()
  expect([inCompose, await broken('On the wire')]).toEqual([[], []])
})

/** A profile for a server of this test, which wants neither encryption nor a login. */
async function makeProfile(page: Page, port: number): Promise<void> {
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  await page.getByLabel('Name of this profile').fill('Sink')
  await page.getByLabel('Sender’s address').fill('ana@heloise.test')
  await page.getByRole('textbox', { name: 'Host', exact: true }).fill('127.0.0.1')
  await page.getByRole('radiogroup', { name: 'Port' }).getByText('Other', { exact: true }).click()
  await page.getByLabel('Other port').fill(String(port))
  await page.getByRole('combobox', { name: 'Security' }).click()
  await page.getByRole('option', { name: /^None/ }).click()
  await page.getByLabel('The server asks for a login').setChecked(false)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Profiles' }).getByText('Sink', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
}
