// The diagnosis of the loopback server, as far as level 2, its report, and what is asked before another server is pressed.
import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { patiently } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'
import { logOf } from './log.ts'

test('level 2 of the loopback server shows its findings and the map', async ({ page }) => {
  // One of its questions is how long a server bears silence.
  test.slow()
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  await page.getByRole('combobox', { name: 'How far to go' }).click()
  await page.getByRole('option', { name: /2 · Many sessions/ }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  await patiently(page.getByRole('status').filter({ hasText: /at most \d+ connections/ })).toBeVisible()
  await patiently(page.getByRole('status').filter({ hasText: /connections · / })).toBeVisible({ timeout: 90_000 })

  await expect(page.getByRole('navigation', { name: 'Groups' })).toContainText('Turning on encryption')
  await page
    .getByText(/^Good \(\d+\)$/)
    .last()
    .click()
  await expect(page.getByRole('heading', { name: /STL-01/ })).toBeVisible()
  const broken = async () => {
    const { violations } = await new AxeBuilder({ page }).include('main').analyze()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  }
  const inFindings = await broken()
  await page.getByRole('tab', { name: 'Map' }).click()
  const map = page.getByRole('region', { name: 'Map' })
  await expect(map).toContainText('IPv4127.0.0.1')
  expect([inFindings, await broken()]).toEqual([[], []])
  await map.getByRole('button', { name: /open/ }).click()
  await expect(logOf(page)).toContainText('EHLO')
})

test('a report is saved as a file', async ({ page, door }) => {
  test.skip(door !== 'web', 'The desktop app asks where to save.')
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  await page.getByRole('button', { name: 'Look at the loopback server' }).click()
  const report = page.getByRole('button', { name: 'Report', exact: true })
  await patiently(report).toBeVisible()
  await report.click()
  const saving = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Save as Markdown' }).click()
  expect(await readFile(await (await saving).path(), 'utf8')).toMatch(/^# Diagnosis of 127\.0\.0\.1:\d+\n/)
})

test('many connections to another server are asked about, and level 3 wants the tick', async ({ page }) => {
  await rail(page).getByRole('button', { name: 'Diagnose' }).click()
  const level = page.getByRole('combobox', { name: 'How far to go' })
  const run = page.getByRole('button', { name: 'Diagnose', exact: true }).last()
  await page.getByRole('textbox', { name: /^Domain, host/ }).fill('mx.example:25')
  await level.click()
  await page.getByRole('option', { name: /2 · Many sessions/ }).click()
  await run.click()
  await page
    .getByRole('dialog', { name: /Many connections/ })
    .getByRole('button', { name: 'Cancel' })
    .click()
  await level.click()
  await page.getByRole('option', { name: /3 · My own server/ }).click()
  await expect(run).toBeDisabled()
  await page.getByLabel('I administer this server').check()
  await expect(run).toBeEnabled()
  await page.getByRole('textbox', { name: /^Domain, host/ }).fill('other.example:25')
  await expect(run).toBeDisabled()
})
