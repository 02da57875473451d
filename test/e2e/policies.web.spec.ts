// Policies of the recipients' domains: turned on in a profile, asked for at the DNS server of the settings.
import { dnsServer } from '../fakes/dns-server.ts'
import { addTo, expectInLog, newMail, patiently, send, subject, whyCard } from './compose.ts'
import { expect, test } from './door.ts'
import { rail } from './frame.ts'

test('a domain whose signed keys do not hold gets no mail, and is told why', async ({ page }) => {
  const table = {
    'shop.example MX': ['10 mx.shop.example'],
    'mx.shop.example A': ['127.0.0.1'],
    'mx.shop.example AAAA': [],
    '_25._tcp.mx.shop.example TLSA': { rcode: 2, extended: [7, ''] },
  } as const
  await using dns = await dnsServer(table, { isAuthentic: true })
  await rail(page).getByRole('button', { name: 'Settings' }).click()
  const servers = page.getByRole('combobox', { name: 'DNS servers' })
  await servers.fill(dns.place)
  await servers.press('Enter')

  await rail(page).getByRole('button', { name: 'Servers' }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  await page.getByLabel('Name of this profile').fill('Direct')
  await page.getByLabel('Sender’s address').fill('ana@heloise.test')
  await page.getByText('Straight to each recipient').click()
  const policies = page.getByRole('region', { name: 'Policies of the recipients’ domains' })
  await policies.getByLabel('Honour MTA-STS').check()
  await policies.getByLabel('Honour DANE').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('list', { name: 'Profiles' }).getByText('Direct', { exact: true }).click()
  await expect(policies.getByLabel('Honour MTA-STS')).toBeChecked()
  await expect(policies.getByLabel('Honour DANE')).toBeChecked()

  await rail(page).getByRole('button', { name: 'Compose' }).click()
  await newMail(page)
  await page.getByRole('combobox', { name: 'Profile that sends it' }).click()
  await page.getByRole('option', { name: 'Direct' }).click()
  await addTo(page, 'luis@shop.example')
  await subject(page).fill('Hello')
  await send(page)
  await patiently(whyCard(page)).toContainText('The signatures of this domain do not hold')
  await expectInLog(page, 'MTA-STS: shop.example has no policy.')
})
