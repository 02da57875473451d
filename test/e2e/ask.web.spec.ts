// Single questions to a server, and what it says to them.
import { expectInLog } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

test('a server is asked single things, and each answer is explained', async ({ page }) => {
  await rail(page).getByRole('button', { name: 'Servers' }).click()
  await page.getByRole('button', { name: 'Ask…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Ask/ })
  const command = dialog.getByRole('combobox', { name: 'Command' })
  await command.fill('VRFY ana')
  await command.press('Enter')
  const answers = dialog.getByRole('log', { name: 'Answers' })
  await expect(answers.getByRole('region', { name: 'VRFY ana' })).toContainText('252')
  await command.fill('XYZZY')
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(answers.getByRole('region', { name: 'XYZZY' })).toContainText('500')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expectInLog(page, 'XYZZY')
})
