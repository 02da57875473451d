// What may stand as the host of a server.
import { expect, test } from 'vitest'
import { isServerHost, unixPath } from '#shared/address/index.ts'

test.each([
  'mx.example',
  'mx.example.',
  'localhost',
  '192.0.2.1',
  '::1',
  '[2001:db8::1]',
  'unix:/var/run/dovecot/lmtp',
  'unix:/with space/socket',
])('%s is one', (host) => {
  expect(isServerHost(host)).toBe(true)
})

test.each([
  '',
  'two words',
  'mx.example\r\nRCPT',
  'unix:',
  'unix:/',
  'unix:lmtp',
  'unix:/lmtp\0',
  'unix:/lm\ntp',
  '/lmtp',
])('%j is none', (host) => {
  expect(isServerHost(host)).toBe(false)
})

test('the path of a UNIX socket is what stands behind the scheme', () => {
  expect([unixPath('unix:/run/lmtp'), unixPath('run.example'), unixPath('unix:')]).toEqual(['/run/lmtp', null, ''])
})
