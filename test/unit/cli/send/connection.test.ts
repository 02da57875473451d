import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ConnectionChoice } from '#shared/values/connection.ts'
import { connectionOf, proxySecretOf } from '../../../../electron/cli/send/connection.ts'
import { UsageError } from '../../../../electron/cli/usage-error.ts'
import { wordsOf } from '../../../../electron/cli/words/index.ts'

const words = wordsOf('en')
const proxy = { kind: 'socks5', host: 'proxy.example', port: 1080, user: null } as const

test.each<[string, ConnectionChoice['proxy']]>([
  ['socks5://proxy.example', proxy],
  ['SOCKS5H://proxy.example:9050', { ...proxy, port: 9050 }],
  ['socks5://ana@proxy.example', { ...proxy, user: 'ana' }],
  ['socks5://ana%40work@[::1]:1081', { ...proxy, host: '::1', port: 1081, user: 'ana@work' }],
  ['http://192.0.2.1/', { kind: 'http', host: '192.0.2.1', port: 8080, user: null }],
  ['http://ana@proxy.example:3128', { kind: 'http', host: 'proxy.example', port: 3128, user: 'ana' }],
  ['none', null],
])('--proxy %s', (url, expected) => {
  const base = { proxy: { ...proxy, host: 'saved.example' }, localAddress: '::1' }
  expect(connectionOf({ proxy: url }, base, words)).toEqual({ proxy: expected, localAddress: '::1' })
})

test('without the options a profile is gone as it says, and nothing else is', () => {
  const base = { proxy, localAddress: '192.0.2.7' }
  expect([
    connectionOf({}, base, words),
    connectionOf({}, undefined, words),
    connectionOf({ localAddress: '2001:db8::1' }, base, words),
  ]).toEqual([base, { proxy: null, localAddress: null }, { proxy, localAddress: '2001:db8::1' }])
})

test.each([
  { proxy: 'proxy.example:1080' },
  { proxy: 'https://proxy.example' },
  { proxy: 'socks4://proxy.example' },
  { proxy: 'socks5://' },
  { proxy: 'socks5://proxy.example:99999' },
  { proxy: 'socks5://@proxy.example' },
  { proxy: 'http://a%3Ab@proxy.example' },
  { proxy: 'http://a%00b@proxy.example' },
  { proxy: 'http://proxy.example/path' },
  { proxy: 'v1' },
  { localAddress: 'eth0' },
  { localAddress: 'localhost' },
])('%j is refused', (options) => {
  expect(() => connectionOf(options, undefined, words)).toThrow(UsageError)
})

test.each([
  'http://ana:s3cret@proxy.example',
  'socks5://ana:s3/cr@et@proxy.example:1080',
  'ana:s3cret@proxy.example',
  'ftp://:s3cret@x',
])('a password in %s is refused and not repeated', (url) => {
  const refused = () => connectionOf({ proxy: url }, undefined, words)
  expect(refused).toThrow(words.proxyPasswordInUrl)
})

/** Nobody sits at it. */
const desk = (environment: Record<string, string> = {}) => ({ words, environment, signal: AbortSignal.abort() })

test('the password comes from its file, from the environment, or from the profile whose proxy it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-test-'))
  const file = join(folder, 'password')
  writeFileSync(file, 'from file\n')
  const named = { ...proxy, user: 'ana' }
  const environment = { HELOISE_PROXY_PASSWORD: 'from environment' }
  expect([
    await proxySecretOf(named, 'kept', { proxyPasswordFile: file }, desk(environment)),
    await proxySecretOf(named, null, {}, desk(environment)),
    await proxySecretOf(named, 'kept', {}, desk(environment)),
    await proxySecretOf(named, 'kept', { proxy: 'socks5://ana@other.example' }, desk(environment)),
    await proxySecretOf(proxy, 'kept', {}, desk(environment)),
  ]).toEqual(['from file', 'from environment', 'kept', 'from environment', null])
  writeFileSync(file, '\n')
  await expect(proxySecretOf(named, null, { proxyPasswordFile: file }, desk())).rejects.toThrow(
    `--proxy-password-file ${file} is empty.`,
  )
  await expect(proxySecretOf(proxy, null, { proxyPasswordFile: file }, desk())).rejects.toThrow(UsageError)
  rmSync(folder, { recursive: true })
})
