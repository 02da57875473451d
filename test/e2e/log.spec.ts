// The protocol log at every door: a session is seen live, explained, filtered, searched, pictured, and found again.
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from './door.ts'
import { explanationOf, linesOf, logOf, sendSample } from './log.ts'

test('one click on Send shows a whole session, and what the loopback server saw in a tab beside it', async ({
  page,
}) => {
  await sendSample(page)
  const lines = linesOf(page)
  await lines.press('Home')
  await expect(lines.getByRole('row', { name: /STARTTLS/ }).last()).toBeVisible()
  await lines.press('End')
  await expect(lines.getByRole('row', { name: /inside TLS.*MAIL FROM:/ })).toBeVisible()
  await expect(lines.getByRole('row', { name: /221 / })).toBeVisible()
  await expect(logOf(page).getByRole('tab', { name: /^Loopback server/ })).toBeVisible()
})

test('the arrow keys go from line to line, and each is explained with its RFC', async ({ page, heloise }) => {
  await sendSample(page)
  await linesOf(page).press('End')
  for (const _ of [1, 2]) await linesOf(page).press('ArrowUp')
  await expect(explanationOf(page).getByRole('heading', { name: /QUIT/ })).toBeVisible()
  await explanationOf(page)
    .getByRole('link', { name: /^RFC 5321/ })
    .click()
  await expect.poll(() => heloise.opened().outside()).toEqual([expect.stringContaining('rfc-editor.org/rfc/rfc5321')])
  await explanationOf(page).getByRole('tab', { name: 'Hex' }).click()
  await expect(explanationOf(page).getByText('51 55 49 54 0d 0a')).toBeVisible()
})

test('lines are filtered, found and counted', async ({ page }) => {
  await sendSample(page)
  const log = logOf(page)
  await log.getByRole('textbox', { name: 'Filter lines' }).fill('rcpt to')
  await expect(linesOf(page)).toHaveAttribute('aria-rowcount', '1')
  await log.getByRole('button', { name: 'Show all lines' }).click()
  await linesOf(page).press('ControlOrMeta+f')
  const field = log.getByRole('textbox', { name: 'Find in the log' })
  await field.fill('EHLO')
  await field.press('Enter')
  await expect(log.getByText(/^1 of [2-9]$/)).toBeVisible()
  await field.press('Enter')
  await expect(log.getByText(/^2 of [2-9]$/)).toBeVisible()
})

test('the waterfall tells the time and the round trips of each stage', async ({ page }) => {
  await sendSample(page)
  await logOf(page).getByRole('button', { name: 'Waterfall' }).click()
  const table = logOf(page).getByRole('table', { name: /^Stages of the session/ })
  const stages = await table.getByRole('rowheader').allTextContents()
  expect(stages).toEqual(
    expect.arrayContaining(['TCP', 'Greeting', 'EHLO', 'TLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'Final dot']),
  )
  await table.getByRole('button', { name: 'RCPT' }).click()
  await expect(linesOf(page).getByRole('row', { name: /RCPT TO:/, selected: true })).toBeVisible()
})

test('a session of before is opened again from storage', async ({ page, heloise }) => {
  await sendSample(page)
  const next = await heloise.restart()
  await logOf(next).getByRole('button', { name: 'Earlier sessions' }).click()
  await next.getByRole('menuitem', { name: /^Sending/ }).click()
  await linesOf(next).press('End')
  await expect(linesOf(next).getByRole('row', { name: /221 / })).toBeVisible()
})

test('a renamed session keeps its name', async ({ page }) => {
  await sendSample(page)
  await logOf(page)
    .getByRole('tab', { selected: true, name: /^Sending/ })
    .press('F2')
  await page.getByRole('textbox', { name: 'Name of the session' }).fill('The first one')
  await page.getByRole('textbox', { name: 'Name of the session' }).press('Enter')
  await expect(logOf(page).getByRole('tab', { name: /The first one/ })).toBeVisible()
})

test('the log breaks no rule of accessibility, with lines and as a waterfall', async ({ page }) => {
  await sendSample(page)
  const check = () => new AxeBuilder({ page }).include('[aria-label="Protocol log"]').analyze()
  const lines = await check()
  await logOf(page).getByRole('button', { name: 'Waterfall' }).click()
  const waterfall = await check()
  const broken = [...lines.violations, ...waterfall.violations]
  expect(broken.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
})
