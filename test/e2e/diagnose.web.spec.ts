// The diagnosis of the loopback server, as far as level 2, its report, and what is asked before another server is pressed.
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { patiently } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'
import { logOf } from './log.ts'

test('level 2 of the loopback server shows what is to come and what is found; Stop keeps its findings and the map', async ({
  page,
}) => {
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  await page.getByRole('combobox', { name: 'How far to go' }).click()
  await page.getByRole('option', { name: /2 · Many sessions/ }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  const groups = page.getByRole('navigation', { name: 'Groups' })
  const status = page.getByRole('main').getByRole('status')
  await patiently(status).toHaveText(/ · at most \d+ connections · 31 s of waiting/)
  // Its last probe waits that long on purpose; the TLS scan comes before.
  await patiently(page.getByRole('tab', { name: 'TLS', exact: true })).toBeEnabled()
  await expect(groups.getByTitle('Not reached yet').filter({ hasText: 'Bearing what clients do' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Stop' }).click()
  await patiently(status).toHaveText(/\d+ connections · /)
  await expect(page.getByText('Stopped before its end.')).toBeVisible()

  await expect(groups).toContainText('Turning on encryption')
  await expect(groups.getByTitle('Not reached yet')).toHaveCount(0)
  await page
    .getByText(/^Good \(\d+\)$/)
    .last()
    .click()
  await expect(page.getByRole('heading', { name: /STL-01/ })).toBeVisible()
  const inFindings = await broken(page)
  for (const [tab, shown] of [
    ['What it offers', 'EHLO: what the server offers'],
    ['TLS', 'Kinds of cipher suites'],
  ] as const) {
    await page.getByRole('tab', { name: tab, exact: true }).click()
    await expect(page.getByRole('heading', { name: shown })).toBeVisible()
    expect([tab, await broken(page)]).toEqual([tab, []])
  }
  await page.getByRole('tab', { name: 'Map' }).click()
  const map = page.getByRole('region', { name: 'Map' })
  await expect(map).toContainText('IPv4127.0.0.1')
  expect([inFindings, await broken(page)]).toEqual([[], []])
  await map.getByRole('button', { name: /open/ }).click()
  await expect(logOf(page)).toContainText('EHLO')
})

test('reports are kept, opened, compared and taken away', async ({ page, heloise }) => {
  // It starts a second time.
  test.slow()
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  await patiently(page.getByRole('button', { name: 'Report', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Diagnose', exact: true }).last().click()
  await patiently(page.getByRole('button', { name: 'What changed?' })).toBeVisible()
  const again = await heloise.restart()
  await rail(again).getByRole('button', { name: 'Diagnose' }).click()
  const history = again.getByRole('region', { name: 'History' })
  const kept = history.getByRole('listitem')
  await expect(kept).toHaveCount(2)
  for (const each of await kept.all()) await each.getByRole('checkbox').check()
  await history.getByRole('button', { name: 'Compare' }).click()
  await expect(again.getByText('findings are the same in both')).toBeVisible()
  expect(await broken(again)).toEqual([])
  await again.getByRole('button', { name: 'Comparison', exact: true }).click()
  expect(await saved(again, 'Save as Markdown')).toMatch(/^# What changed at 127\.0\.0\.1:\d+\n/)
  await again.getByRole('button', { name: 'Comparison', exact: true }).click()
  await again.getByRole('menuitem', { name: 'Save as PDF' }).click()
  const printed = again.locator('#printed-report').contentFrame()
  await expect(printed.locator('h1')).toHaveText(/^What changed at 127/)
  await again.getByRole('region', { name: 'What changed' }).getByRole('button', { name: 'Close' }).click()
  await kept
    .first()
    .getByRole('button', { name: /^Delete/ })
    .click()
  await expect(kept).toHaveCount(1)
  await kept.getByRole('button').first().click()
  await again.getByRole('button', { name: 'Report', exact: true }).click()
  expect(await saved(again, 'Save as Markdown')).toMatch(/^# Diagnosis of 127\.0\.0\.1:\d+\n/)
  await again.getByRole('button', { name: 'Report', exact: true }).click()
  await again.getByRole('menuitem', { name: 'Save as PDF' }).click()
  await expect(printed.locator('h1')).toHaveText(/^Diagnosis of 127/)
  expect(
    await printed
      .locator('article')
      .first()
      .evaluate((element) => getComputedStyle(element).borderLeftStyle),
  ).toBe('solid')
})

test('many connections to another server are asked about, and level 3 wants the tick', async ({ page }) => {
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  const level = page.getByRole('combobox', { name: 'How far to go' })
  const run = page.getByRole('button', { name: 'Diagnose', exact: true }).last()
  await page.getByRole('textbox', { name: /^Domain, host/ }).fill('mx.example:25')
  await level.click()
  await page.getByRole('option', { name: /2 · Many sessions/ }).click()
  await page.getByRole('button', { name: 'More options' }).click()
  await page.getByLabel('Try again after greylisting').check()
  await run.click()
  const dialog = page.getByRole('dialog', { name: /Many connections/ })
  await expect(dialog).toContainText(/at most \d+ connections: mx\.example:25 · 91 s of waiting on purpose/)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await level.click()
  await page.getByRole('option', { name: /3 · My own server/ }).click()
  await expect(run).toBeDisabled()
  await page.getByLabel('I administer this server').check()
  await expect(run).toBeEnabled()
  await page.getByRole('textbox', { name: /^Domain, host/ }).fill('other.example:25')
  await expect(run).toBeDisabled()
})

/** The text of the file that an item of the open menu saves. */
async function saved(page: Page, item: string): Promise<string> {
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: item }).click()
  return readFile(await (await saving).path(), 'utf8')
}

async function broken(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include('main')
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
