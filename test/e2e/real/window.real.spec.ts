// The whole job in the window, through a real Postfix: each profile sends, and every usual mistake is named.
import { createHash, randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { explainFailure } from '#shared/explain/failures.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import { makeProfile, type ProfileChoice } from './profile-form.ts'
import { expect, test } from './test.ts'

test.slow()

const subject = 'Año nuevo en la montaña: ¡ven, María! 🎉'
/** A GIF of one pixel. */
const picture = Buffer.from('R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=', 'base64')
const attachment = randomBytes(5 * 1024 * 1024)
const sha256 = (bytes: Uint8Array | ArrayBuffer) =>
  createHash('sha256')
    .update(Buffer.from(bytes as Uint8Array))
    .digest('hex')

const ways = [
  { name: 'port 25 with STARTTLS', port: 25, hasLogin: false },
  { name: 'port 587 with STARTTLS and a login', port: 587, hasLogin: true },
  { name: 'port 465 with implicit TLS and a login', port: 465, hasLogin: true },
]

for (const { name, port, hasLogin } of ways) {
  test(`a mail with everything goes through ${name} and arrives byte for byte`, async ({ page, server }) => {
    const { ana } = server.users
    await makeProfile(page, server, name, {
      port,
      ...(hasLogin && { login: { user: ana.name, password: ana.password } }),
    })
    await page.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(page.getByText(/It works: connected, encrypted with TLSv1\.3/)).toBeVisible()

    await compose(page, name, 'luis@heloise.test')
    await page.getByRole('textbox', { name: 'Text of the mail' }).fill('Querida María: ¿vienes? ❄️')
    await attach(page, 'Picture in the text', { name: 'nieve.gif', mimeType: 'image/gif', buffer: picture })
    await attach(page, 'Attach', {
      name: 'plan de año nuevo.bin',
      mimeType: 'application/octet-stream',
      buffer: attachment,
    })
    await expect(page.getByRole('button', { name: 'Remove plan de año nuevo.bin' })).toBeVisible()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await expect(page.getByText('The server took responsibility for the mail')).toBeVisible({ timeout: 30_000 })

    const messageId =
      /<[^<>\s]+@heloise\.test>/.exec((await page.getByText(/^Message-ID/).textContent()) ?? '')?.[0] ?? ''
    const mail = await PostalMime.parse(await server.mail('luis', messageId))
    const parts = mail.attachments.map(({ filename, content, related }) => [
      filename,
      sha256(content as ArrayBuffer),
      related ?? false,
    ])
    expect([mail.subject, mail.from, mail.to]).toEqual([
      subject,
      { name: 'Ana Núñez', address: 'ana@heloise.test' },
      [{ name: '', address: 'luis@heloise.test' }],
    ])
    expect(mail.html).toContain('Querida María: ¿vienes? ❄️')
    expect(mail.html).toMatch(/<img[^>]+src="cid:/)
    expect(mail.text).toContain('Querida María: ¿vienes? ❄️')
    expect(parts.toSorted()).toEqual([
      ['nieve.gif', sha256(picture), true],
      ['plan de año nuevo.bin', sha256(attachment), false],
    ])
  })
}

type Mistake = {
  readonly what: string
  readonly kind: FailureKind
  readonly choice: (server: { variantPorts: Record<string, number> }) => ProfileChoice
  readonly to?: string
  /** Where the server's answer names the cause: at which stage it comes, and what it is. */
  readonly said?: Pick<Failure, 'stage' | 'reply'>
}

/** What stands above the card: the kind in words, or the cause that the server named. */
function titleOf({ kind, said = { stage: 'connect', reply: null } }: Mistake): string {
  return explainFailure({ kind, ...said, message: '', fault: 'theirs', advice: '', facts: {} }, 'en').title
}

const login = { user: 'ana', password: 'Caballo-grapa 7ñ€' }
const mistakes: readonly Mistake[] = [
  {
    what: 'a wrong password',
    kind: 'login-refused',
    choice: () => ({ port: 587, login: { user: 'ana', password: 'wrong' } }),
    said: { stage: 'auth', reply: { code: 535, enhanced: '5.7.8', text: 'Error: authentication failed' } },
  },
  {
    what: 'an unknown recipient',
    kind: 'recipients-refused',
    choice: () => ({ port: 25 }),
    to: 'nobody@heloise.test',
    said: { stage: 'rcpt', reply: { code: 550, enhanced: '5.1.1', text: 'Recipient address rejected: User unknown' } },
  },
  {
    what: 'an authority that is not trusted',
    kind: 'certificate-untrusted',
    choice: () => ({ port: 587, login, trustsAuthority: false }),
  },
  {
    what: 'implicit TLS on a port that speaks plain first',
    kind: 'tls-not-spoken',
    choice: () => ({ port: 587, login, security: 'TLS from the first byte' }),
  },
  {
    what: 'STARTTLS on a port that speaks TLS at once',
    kind: 'speaks-tls',
    choice: () => ({ port: 465, login, security: 'STARTTLS, required' }),
  },
  {
    what: 'an expired certificate',
    kind: 'certificate-expired',
    choice: ({ variantPorts }) => ({ port: variantPorts.expired ?? 0, security: 'STARTTLS, required' }),
  },
  {
    what: 'a certificate for another name',
    kind: 'certificate-name-mismatch',
    choice: ({ variantPorts }) => ({ port: variantPorts['wrong-name'] ?? 0, security: 'STARTTLS, required' }),
  },
  {
    what: 'a server without STARTTLS',
    kind: 'starttls-not-offered',
    choice: ({ variantPorts }) => ({ port: variantPorts['no-starttls'] ?? 0, security: 'STARTTLS, required' }),
  },
]

for (const mistake of mistakes) {
  const { what, kind, choice, to = 'luis@heloise.test' } = mistake
  test(`${what} ends in a why card that names it, and the draft stays`, async ({ page, server }) => {
    await makeProfile(page, server, what, choice(server))
    await compose(page, what, to)
    await page.getByRole('textbox', { name: 'Text of the mail' }).fill('Hola')
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    const card = page.getByRole('region', { name: 'Why it failed' })
    await expect(card).toBeVisible({ timeout: 20_000 })
    await expect(card).toHaveAttribute('data-kind', kind)
    await expect(card.getByRole('heading').first()).toHaveText(titleOf(mistake))
    await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue(subject)
    await expect(page.getByText('wrong', { exact: true })).toHaveCount(0)
  })
}

test('trusting the one certificate makes the refused mail go', async ({ page, server }) => {
  await makeProfile(page, server, 'self-signed', {
    port: server.variantPorts['self-signed'],
    security: 'STARTTLS, required',
    trustsAuthority: false,
  })
  await compose(page, 'self-signed', 'luis@heloise.test')
  await page.getByRole('textbox', { name: 'Text of the mail' }).fill('Hola')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  const card = page.getByRole('region', { name: 'Why it failed' })
  await card.getByRole('button').first().click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('SHA-256')).toBeVisible()
  await dialog.getByRole('button', { name: /^Trust/ }).click()
  await expect(page.getByText('The server took responsibility for the mail')).toBeVisible({ timeout: 20_000 })
})

async function compose(page: Page, profile: string, to: string): Promise<void> {
  await page.getByRole('button', { name: 'Compose', exact: true }).click()
  await page.getByRole('button', { name: 'New mail' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('')
  await page.getByRole('combobox', { name: 'Profile that sends it' }).click()
  await page.getByRole('option', { name: profile }).click()
  await page.getByRole('combobox', { name: 'To', exact: true }).fill(to)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Subject' }).fill(subject)
}

type File = { name: string; mimeType: string; buffer: Buffer }

async function attach(page: Page, button: string, file: File): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  await chooser.setFiles(file)
}
