import { expect, test } from 'vitest'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { Login, Profile } from '#shared/values/profile.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { passwordLogin } from '../../../electron/services/password-login.ts'
import { memoryVault } from '../../../electron/storage/index.ts'

const loopback = { state: () => ({ login: { password: 'of the loopback server' } }) }

const profile = (login: Login | null, isLoopback = false): Profile => ({
  id: 'one',
  name: 'Work',
  sender: { name: 'Ana', address: 'ana@example.org' },
  route: 'relay',
  host: 'smtp.example.org',
  port: 587,
  security: 'starttls',
  login,
  certificate: { pin: null, authorities: null, name: null },
  tls: usualTls,
  connection: usualConnection,
  policies: noPolicies,
  wire: defaultWire,
  ehloName: null,
  isLoopback,
})
const login = (mechanism: Login['mechanism']): Login => ({ user: 'ana', mechanism, allowPlaintext: false })

test.each([
  ['with the stored password', profile(login('automatic')), { user: 'ana', secret: 'kept' }],
  [
    'with that of the loopback server',
    profile(login('PLAIN'), true),
    { user: 'ana', secret: 'of the loopback server' },
  ],
  ['not without a login', profile(null), null],
  ['not with a token, which is no password', profile(login('XOAUTH2')), null],
  ['not where the certificate is the proof', profile(login('EXTERNAL')), null],
])('a diagnosis logs in %s', async (_, given, expected) => {
  const vault = memoryVault()
  await vault.set('one', 'kept')
  expect(await passwordLogin(given, { vault, loopback })).toEqual(expected)
})

test('a diagnosis does not log in with a password that is not kept', async () => {
  expect(await passwordLogin(profile(login('PLAIN')), { vault: memoryVault(), loopback })).toBeNull()
})
