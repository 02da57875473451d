// Fills the form of a new profile as a person would.
import { expect, type Page } from '@playwright/test'
import type { RealServer } from './mail-server.ts'

export type ProfileChoice = {
  readonly host?: string
  readonly port: number
  /** The label of the security to choose; left out, what the port implies stays. */
  readonly security?: string
  readonly login?: { readonly user: string; readonly password: string }
  /** Whether the authority that signed the server's certificate is added. */
  readonly trustsAuthority?: boolean
}

const presets = [25, 465, 587, 2525]

/** Leaves the form open, filled and saved; `name` is also what Compose offers. */
export async function makeProfile(page: Page, server: RealServer, name: string, choice: ProfileChoice): Promise<void> {
  await page.getByRole('button', { name: 'Servers', exact: true }).click()
  await page.getByRole('button', { name: 'New profile' }).click()
  await page.getByLabel('Name of this profile').fill(name)
  await page.getByLabel('Sender’s name').fill('Ana Núñez')
  await page.getByLabel('Sender’s address').fill('ana@heloise.test')
  await page.getByRole('textbox', { name: 'Host', exact: true }).fill(choice.host ?? 'localhost')
  await choosePort(page, choice.port)
  if (choice.security !== undefined) await chooseSecurity(page, choice.security)
  await setLogin(page, choice.login)
  if (choice.trustsAuthority ?? true) {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Choose a file…', exact: true }).click(),
    ])
    await chooser.setFiles(server.authority.file)
    await expect(page.getByText('1 certificate')).toBeVisible()
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Profiles' }).getByText(name, { exact: true })).toBeVisible()
}

async function choosePort(page: Page, port: number): Promise<void> {
  const group = page.getByRole('radiogroup', { name: 'Port' })
  const label = presets.includes(port) ? String(port) : 'Other'
  await group.getByText(label, { exact: true }).click()
  if (label === 'Other') await page.getByLabel('Other port').fill(String(port))
}

async function chooseSecurity(page: Page, label: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Security' }).click()
  await page.getByRole('option', { name: label }).click()
}

async function setLogin(page: Page, login: ProfileChoice['login']): Promise<void> {
  const needs = page.getByLabel('The server asks for a login')
  await needs.setChecked(login !== undefined)
  if (login === undefined) return
  await page.getByRole('textbox', { name: 'User', exact: true }).fill(login.user)
  await page.getByLabel('Password', { exact: true }).fill(login.password)
}
