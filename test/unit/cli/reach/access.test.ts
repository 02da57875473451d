import { expect, test } from 'vitest'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import { type Base, reachOf } from '../../../../electron/cli/reach/access.ts'
import { UsageError } from '../../../../electron/cli/usage-error.ts'
import { wordsOf } from '../../../../electron/cli/words/index.ts'

const words = wordsOf('en')

test.each([
  [{ server: 'mx.example' }, { route: 'relay', host: 'mx.example', port: 25, security: 'starttls' }],
  [
    { server: 'mx.example', user: 'ana' },
    { port: 587, security: 'starttls' },
  ],
  [
    { server: 'mx.example', security: 'tls' },
    { port: 465, security: 'tls' },
  ],
  [{ server: 'mx.example:465' }, { port: 465, security: 'tls' }],
  [
    { server: 'mx.example:465', security: 'none' },
    { port: 465, security: 'none' },
  ],
  [{ server: 'mx.example:2525' }, { port: 2525, security: 'starttls' }],
  [{ server: 'localhost:2525' }, { port: 2525, security: 'starttls-if-offered' }],
  [{ server: '127.0.0.1' }, { port: 25, security: 'starttls-if-offered' }],
  [{ server: '[::1]:465' }, { host: '::1', port: 465, security: 'tls' }],
  [{ mx: true as const }, { route: 'mx', port: 25, security: 'starttls-if-offered' }],
])('%j reaches %j', async (options, reach) => {
  expect(await reachOf(options, null, words)).toMatchObject(reach)
})

test('the login is told in full', async () => {
  const options = { server: 'mx.example', user: 'ana', auth: 'cram-md5', plaintextLogin: true as const }
  expect((await reachOf(options, null, words)).login).toEqual({
    user: 'ana',
    mechanism: 'CRAM-MD5',
    allowPlaintext: true,
  })
})

test('a pin is taken with and without colons', async () => {
  const pin = 'AB:'.repeat(31).concat('AB')
  expect((await reachOf({ server: 'mx.example', pin }, null, words)).certificate.pin).toBe('ab'.repeat(32))
})

test('the name of the certificate is another where it is told, and that of a saved server is for that server alone', async () => {
  const nameWith = async (options: Parameters<typeof reachOf>[0], saved: Base = null) =>
    (await reachOf(options, saved, words)).certificate.name
  const certificate = { ...base.certificate, name: 'saved.example' }
  expect([
    await nameWith({ server: '127.0.0.1', tlsName: 'mx.example' }),
    await nameWith({ server: 'mx.example', tlsName: '192.0.2.1' }),
    await nameWith({}, { ...base, certificate }),
    await nameWith({ tlsName: 'typed.example' }, { ...base, certificate }),
    await nameWith({ server: 'mx.example' }, { ...base, certificate }),
  ]).toEqual(['mx.example', '192.0.2.1', 'saved.example', 'typed.example', null])
})

test.each([
  ['no server', {}],
  ['two routes', { server: 'mx.example', mx: true as const }],
  ['an unknown security', { server: 'mx.example', security: 'ssl' }],
  ['an unknown mechanism', { server: 'mx.example', user: 'ana', auth: 'GSSAPI' }],
  ['a short pin', { server: 'mx.example', pin: 'abcd' }],
  ['authorities that are not there', { server: 'mx.example', ca: '/nowhere/ca.pem' }],
  ['authorities that are none', { server: 'mx.example', ca: import.meta.filename }],
  ['an EHLO name that is none', { server: 'mx.example', ehlo: 'a b' }],
  ['an EHLO name with a line end', { server: 'mx.example', ehlo: 'a\r\nQUIT' }],
  ['a name of a certificate with a port', { server: 'mx.example', tlsName: 'other.example:25' }],
  ['a pin for MX hosts', { mx: true as const, pin: 'ab'.repeat(32) }],
  ['a login for MX hosts', { mx: true as const, user: 'ana' }],
  ['an empty user', { server: 'mx.example', user: '' }],
])('%s is refused', async (_, options) => {
  await expect(reachOf(options, null, words)).rejects.toThrow(UsageError)
})

const base: NonNullable<Base> = {
  route: 'relay',
  host: 'mail.example',
  port: 587,
  security: 'starttls',
  login: { user: 'ana', mechanism: 'PLAIN', allowPlaintext: false },
  certificate: { pin: 'ab'.repeat(32), authorities: null, name: 'other.example' },
  tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
  connection: usualConnection,
  policies: noPolicies,
  ehloName: 'client.example',
}

test('a profile is used as it is', async () => {
  expect(await reachOf({}, base, words)).toEqual(base)
})

test('options change a profile, and another server does not inherit the name of its certificate', async () => {
  const reach = await reachOf({ server: 'new.example:465', user: 'luis', ehlo: '[192.0.2.1]' }, base, words)
  expect(reach).toEqual({
    ...base,
    host: 'new.example',
    port: 465,
    security: 'tls',
    login: { ...base.login, user: 'luis' },
    certificate: { ...base.certificate, name: null },
    ehloName: '[192.0.2.1]',
  })
})

test('policies of the recipients’ domains are honoured on the way to MX hosts alone, and add to those of a profile', async () => {
  const both = { mx: true, mtaSts: true, dane: true } as const
  const profile = {
    route: 'mx' as const,
    host: '',
    port: 25,
    security: 'none' as const,
    login: null,
    certificate: { pin: null, authorities: null, name: null },
    tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
    connection: usualConnection,
    policies: { mtaSts: true, dane: false },
    ehloName: null,
  }
  const policies = async (options: Parameters<typeof reachOf>[0], base: Base) =>
    (await reachOf(options, base, words)).policies
  expect([
    await policies(both, null),
    await policies({ mx: true }, null),
    await policies({ dane: true }, profile),
    await policies({}, profile),
  ]).toEqual([
    { mtaSts: true, dane: true },
    { mtaSts: false, dane: false },
    { mtaSts: true, dane: true },
    { mtaSts: true, dane: false },
  ])
  await expect(reachOf({ server: 'mx.example', dane: true }, null, words)).rejects.toThrow(/--dane.*--mx/)
})
