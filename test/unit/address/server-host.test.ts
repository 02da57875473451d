// What may stand as the host of a server.
import { expect, test } from 'vitest'
import { isServerHost, placeName, unixPath } from '#shared/address/index.ts'

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

test.each([
  ['mx.example', 'mx.example:25'],
  ['192.0.2.1', '192.0.2.1:25'],
  ['::1', '[::1]:25'],
  ['[::1]', '[::1]:25'],
  ['unix:/run/lmtp', 'unix:/run/lmtp'],
])('the place of %s is called %s', (host, name) => {
  expect(placeName({ host, port: 25 })).toBe(name)
})
