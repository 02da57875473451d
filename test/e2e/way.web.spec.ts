// The way of a profile: through a proxy, as a person sets it up, tests it, and mends it.
import { socksProxy } from '../fakes/forwarding-proxy.ts'
import { postOffice } from '../fakes/post-office.ts'
import { expect, test } from './door.ts'

test('a profile is tested through a proxy with a login, and its failure points at the field', async ({ page }) => {
  await using office = await postOffice()
  await using proxy = await socksProxy({ login: { user: 'ana', password: 'right' } })
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  await page.getByLabel('Name of this profile').fill('Through')
  await page.getByLabel('Sender’s address').fill('ana@example.com')
  // Nobody here knows this name: the proxy is asked for it.
  await page.getByRole('textbox', { name: 'Host', exact: true }).fill('mail.nowhere.example')
  await page.getByRole('radiogroup', { name: 'Port' }).getByText('Other', { exact: true }).click()
  await page.getByLabel('Other port').fill(String(office.port))
  await page.getByRole('combobox', { name: 'Security' }).click()
  await page.getByRole('option', { name: 'None' }).click()
  await page.getByLabel('The server asks for a login').setChecked(false)

  const fold = page.locator('summary', { hasText: 'Way to the server' })
  await expect(fold).toContainText('Straight')
  await fold.click()
  await page.getByRole('radiogroup', { name: 'Proxy' }).getByText('SOCKS 5').click()
  await page.getByLabel('Host of the proxy').fill('127.0.0.1')
  await page.getByLabel('Port of the proxy').fill(String(proxy.port))
  await page.getByLabel('User at the proxy').fill('ana')
  await page.getByLabel('Password at the proxy', { exact: true }).fill('wrong')
  await fold.click()
  await expect(fold).toContainText(`Through the SOCKS 5 proxy at 127.0.0.1:${proxy.port}`)

  await page.getByRole('button', { name: 'Test', exact: true }).click()
  const why = page.getByRole('region', { name: 'Why' })
  await expect(why).toContainText('The proxy does not let us in')
  await why.getByRole('button', { name: 'Check the login of the proxy' }).click()
  await expect(page.getByLabel('User at the proxy')).toBeFocused()
  await page.getByLabel('Password at the proxy', { exact: true }).fill('right')
  await page.getByRole('button', { name: 'Test', exact: true }).click()
  await expect(page.getByText('It works: connected')).toBeVisible()
  expect(proxy.asked).toEqual([`mail.nowhere.example:${office.port}`])

  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByLabel('Password at the proxy', { exact: true })).toHaveAttribute('placeholder', /^Kept/)
})

test('a host that is none opens its fold', async ({ page }) => {
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  const fold = page.locator('summary', { hasText: 'Way to the server' })
  await fold.click()
  await page.getByRole('radiogroup', { name: 'Proxy' }).getByText('HTTP').click()
  await expect(page.getByLabel('Port of the proxy')).toHaveValue('8080')
  await page.getByLabel('Port of the proxy').fill('3128')
  await fold.click()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('A host is a name such as smtp.example.com, or an IP address.').last()).toBeVisible()
  await expect(page.getByLabel('Host of the proxy')).toBeVisible()
})
