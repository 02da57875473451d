import { expect, test } from 'vitest'
import { isDnsServer } from '#shared/address/dns-server.ts'

test.each([
  ['192.0.2.53', true],
  ['192.0.2.53:5301', true],
  ['2001:db8::1', true],
  ['[2001:db8::1]:5301', true],
  ['dns.example', false],
  ['192.0.2.53:0', false],
  ['192.0.2.53:65536', false],
  ['192.0.2.300', false],
  ['[192.0.2.53]:53', false],
  ['', false],
])('%s as a resolver: %s', (text, expected) => {
  expect(isDnsServer(text)).toBe(expected)
})
