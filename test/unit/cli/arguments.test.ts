import { expect, test } from 'vitest'
import {
  blockLists,
  dnsServers,
  hostAndPort,
  seconds,
  singleLine,
  wholeNumber,
} from '../../../electron/cli/arguments.ts'
import { languageOf } from '../../../electron/cli/language.ts'
import { passwordOption } from '../../../electron/cli/secret-arguments.ts'
import { UsageError } from '../../../electron/cli/usage-error.ts'
import { wordsOf } from '../../../electron/cli/words/index.ts'

const words = wordsOf('en')

test.each([
  ['mail.example.com', 'mail.example.com', null],
  ['mail.example.com.:587', 'mail.example.com.', 587],
  ['192.0.2.1:25', '192.0.2.1', 25],
  ['[2001:db8::1]:465', '2001:db8::1', 465],
  ['[::1]', '::1', null],
  ['2001:db8::1', '2001:db8::1', null],
  ['correo.españa.example', 'correo.españa.example', null],
])('%s is a server', (text, host, port) => {
  expect(hostAndPort('--server', text, words)).toEqual({ host, port })
})

test.each([
  '',
  ':25',
  'a b',
  'host:0',
  'host:65536',
  'host:smtp',
  'a\nb',
  'user@host',
  '[::1',
  'http://host',
  '::1:25:x',
])('%j is no server', (text) => {
  expect(() => hostAndPort('--server', text, words)).toThrow(UsageError)
})

test.each(['192.0.2.53', '192.0.2.53:5300', '2001:db8::53', '[2001:db8::53]:5300'])('%s is a resolver', (text) => {
  expect(dnsServers('--dns', text, words)).toEqual([text])
})

test('several resolvers are separated by commas', () => {
  expect(dnsServers('--dns', '192.0.2.53, [2001:db8::53]:5301', words)).toEqual(['192.0.2.53', '[2001:db8::53]:5301'])
})

test.each(['', 'dns.example', '192.0.2.53:0', '192.0.2.53:70000', '[2001:db8::53]', '192.0.2.53:', '192.0.2.53,'])(
  '%j is no resolver',
  (text) => {
    expect(() => dnsServers('--dns', text, words)).toThrow(UsageError)
  },
)

test('block lists are names, each once', () => {
  expect(blockLists('--dnsbl', 'Zen.Example., bl.example,bl.example', words)).toEqual(['zen.example', 'bl.example'])
  for (const text of ['', 'zen', '192.0.2.1/8', 'a.example,,b.example', 'a b.example'])
    expect(() => blockLists('--dnsbl', text, words)).toThrow(UsageError)
})

test('numbers are whole and within their bounds', () => {
  expect(wholeNumber('--count', '10', [1, 10], words)).toBe(10)
  for (const text of ['0', '11', '1.5', '-1', 'x', '', '1e1'])
    expect(() => wholeNumber('--count', text, [1, 10], words)).toThrow(UsageError)
})

test('a time-out may have a fraction and is never nothing', () => {
  expect(seconds('--timeout', '0.5', words)).toBe(0.5)
  for (const text of ['0', '-1', 'x', '', '1e3']) expect(() => seconds('--timeout', text, words)).toThrow(UsageError)
})

test.each(['a\rb', 'a\nb', 'a\0b', 'a\u007fb', 'a\u2028b'])('the control character of %j is refused', (text) => {
  expect(() => singleLine('--subject', text, words)).toThrow(/control characters/)
})

test.each([
  [['send', '--password', 'secret'], '--password'],
  [['send', '--password=secret'], '--password'],
  [['send', '--auth-password', 'secret'], '--auth-password'],
  [['send', '-pass=secret'], '-pass'],
  [['send', '--PASSWD=secret'], '--PASSWD'],
  [['send', '--password-file', 'file'], null],
  [['send', '--subject', 'password'], null],
  [['send', '--', '--password'], null],
])('%j names a password by %s', (parameters, option) => {
  expect(passwordOption(parameters)).toBe(option)
})

test.each([
  [{ LANG: 'es_ES.UTF-8' }, 'es'],
  [{ LANG: 'es' }, 'es'],
  [{ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'es_MX' }, 'es'],
  [{ LANG: 'es_ES', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'est_EE' }, 'en'],
  [{ LANG: 'et_EE' }, 'en'],
  [{}, 'en'],
])('%j is read as %s', (environment, language) => {
  expect(languageOf(environment)).toBe(language)
})
