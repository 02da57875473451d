import { expect, test } from 'vitest'
import { editOf, emptyProfile, isReadableOnTheWay, withPort, withProxy } from '../../../../renderer/profiles/edit.ts'

const sender = { name: 'Ana', address: 'ana@example.com' }

test.each([
  [25, 'starttls-if-offered', false],
  [465, 'tls', true],
  [587, 'starttls', true],
  [2525, 'starttls', true],
] as const)('port %i sets %s, and a login only for sending', (port, security, hasLogin) => {
  const profile = withPort({ ...emptyProfile, sender, login: null }, port)
  expect([profile.port, profile.security, profile.login !== null]).toEqual([port, security, hasLogin])
})

test('a login that is there stays when the port changes between those for sending', () => {
  const login = { user: 'someone', mechanism: 'LOGIN', allowPlaintext: false } as const
  expect(withPort({ ...emptyProfile, login }, 465).login).toEqual(login)
})

test('a port without a preset changes the port alone', () => {
  expect(withPort(emptyProfile, 10025)).toEqual({ ...emptyProfile, port: 10025 })
})

test('the warning of a readable session is for networks, not for this computer', () => {
  const readable = (host: string) => isReadableOnTheWay({ ...emptyProfile, host, security: 'none' })
  expect(['smtp.example.com', '127.0.0.1', 'localhost', '::1'].map(readable)).toEqual([true, false, false, false])
})

test('a password left empty is not sent at all, so the stored one stays', () => {
  const nothing = { profile: emptyProfile, secret: '', proxySecret: '' }
  expect(editOf(nothing)).toEqual({ profile: emptyProfile })
  expect(editOf({ ...nothing, secret: 'x' })).toEqual({ profile: emptyProfile, secret: 'x' })
  expect(editOf({ ...nothing, proxySecret: 'x' })).toEqual({ profile: emptyProfile, proxySecret: 'x' })
  expect(editOf({ ...nothing, clientKey: null })).toEqual({ profile: emptyProfile, clientKey: null })
})

test('a kind of proxy brings its usual port, and keeps one that was typed', () => {
  const through = (kind: 'socks5' | 'http', port: number) => ({
    ...emptyProfile,
    connection: { proxy: { kind, host: 'p', port, user: 'ana' }, localAddress: '::1' },
  })
  expect([
    withProxy(emptyProfile, 'http').proxy,
    withProxy(through('socks5', 1080), 'http').proxy,
    withProxy(through('socks5', 9050), 'http').proxy,
    withProxy(through('http', 8080), null),
  ]).toEqual([
    { kind: 'http', host: '', port: 8080, user: null },
    { kind: 'http', host: 'p', port: 8080, user: 'ana' },
    { kind: 'http', host: 'p', port: 9050, user: 'ana' },
    { proxy: null, localAddress: '::1' },
  ])
})
