// A mail of the inbox, verified against the DNS server of the settings; and given up while that is silent.
import AxeBuilder from '@axe-core/playwright'
import { dnsServer } from '../fakes/dns-server.ts'
import { patiently, send } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

test('a received mail is verified by keyboard, and the whole report is one step away', async ({ page }) => {
  let isSilent = true
  const table = { 'loopback.test TXT': ['v=spf1 ip4:192.0.2.7 -all'] } as const
  await using dns = await dnsServer(table, { udp: (reply) => (isSilent ? [] : [reply]) })
  await rail(page).getByRole('button', { name: 'Settings' }).click()
  const servers = page.getByRole('combobox', { name: 'DNS servers' })
  await servers.fill(dns.place)
  await servers.press('Enter')
  await rail(page).getByRole('button', { name: 'Compose' }).click()
  await send(page)
  await rail(page).getByRole('button', { name: 'Loopback' }).click()
  await patiently(page.getByRole('list', { name: 'Inbox' }).getByRole('button')).toBeVisible()
  await page.getByRole('list', { name: 'Inbox' }).getByRole('button').click()
  await page.getByRole('tab', { name: 'Verify' }).click()
  const view = page.getByRole('region', { name: 'Verify' })
  const address = view.getByRole('textbox', { name: 'Sending server' })

  await address.fill('nowhere')
  await expect(view.getByRole('button', { name: 'Verify this mail' })).toBeDisabled()
  await address.fill('192.0.2.7')
  await address.press('Enter')
  await view.getByRole('button', { name: 'Stop' }).click()
  isSilent = false
  await address.press('Enter')
  await patiently(view.getByRole('status')).toHaveText('Not every proof that the mail is from loopback.test holds.')
  await expect(view.getByText('SPF proves loopback.test. DKIM proves nothing.')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).include('[aria-label=Verify]').analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])

  await view.getByRole('button', { name: 'The whole report' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'you@loopback.test' })).toBeVisible()
})
