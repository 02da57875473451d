import { expect, test } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import { consentFor } from '../../../../renderer/diagnose/ask/consent.ts'

const typed = (target: string) => ({ target, profile: null })
const here = { host: '127.0.0.1', connection: usualConnection }
const proxy = { kind: 'socks5', host: 'proxy.example', port: 1080, user: null } as const

test.each([
  ['mx.example', ['none', 'none', 'ask', 'tick']],
  ['ana@localhost.example', ['none', 'none', 'ask', 'tick']],
  ['localhost:2525', ['none', 'none', 'none', 'none']],
  [' 127.0.0.1 ', ['none', 'none', 'none', 'none']],
  ['[::1]:587', ['none', 'none', 'none', 'none']],
  ['::1', ['none', 'none', 'none', 'none']],
  ['2001:db8::1', ['none', 'none', 'ask', 'tick']],
])('what has to be said before each level at %s', (target, expected) => {
  expect(([0, 1, 2, 3] as const).map((level) => consentFor(level, typed(target)))).toEqual(expected)
})

test('a profile is asked about by its host, and 127.0.0.1 behind a proxy is another computer', () => {
  const behind = { ...here, connection: { ...usualConnection, proxy } }
  expect([here, behind].map((profile) => consentFor(3, { target: '', profile }))).toEqual(['none', 'tick'])
})
