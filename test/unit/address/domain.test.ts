import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { addressLiteral, ipFamily, isDomain, literalAddress, toAscii } from '#shared/address/index.ts'

// RFC 3492 §7.1 and names that are in use.
test.each([
  ['bücher.example', 'xn--bcher-kva.example'],
  ['Ñandú.example', 'xn--and-6ma2c.example'],
  ['例え.テスト', 'xn--r8jz45g.xn--zckzah'],
  ['ليهمابتكلموشعربي', 'xn--mgbcah9ar9a4efegftvvn'],
  ['他们为什么不说中文', 'xn--ihqwcrb4cv8a8dqg056pqjye'],
  ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
  ['Example.ORG', 'Example.ORG'],
])('%s becomes %s', (domain, ascii) => {
  expect(toAscii(domain)).toBe(ascii)
})

it('refuses what no label can hold', () => {
  expect([toAscii('a\u00a0b.example'), toAscii('☃‼.example'), toAscii(`${'ñ'.repeat(64)}.example`)]).toEqual([
    null,
    null,
    null,
  ])
  expect(isDomain(`${'a.'.repeat(128)}example`)).toBe(false)
})

test.each([
  ['192.0.2.1', 4],
  ['::', 6],
  ['::1', 6],
  ['2001:db8::192.0.2.1', 6],
  ['1:2:3:4:5:6:7:8', 6],
  ['1::3:4:5:6:7:8', 6],
  ['1:2:3:4:5:6:7', null],
  ['1:2:3:4:5:6:7:8:9', null],
  ['1::2::3', null],
  ['01.2.3.4', null],
  ['1.2.3', null],
  [':::', null],
  ['fe80::1%eth0', null],
  ['12345::', null],
])('%s is of family %s', (text, family) => {
  expect(ipFamily(text)).toBe(family)
})

it('writes and reads address literals', () => {
  expect(['192.0.2.1', '2001:db8::1'].map(addressLiteral)).toEqual(['[192.0.2.1]', '[IPv6:2001:db8::1]'])
  expect(['[192.0.2.1]', '[ipv6:2001:db8::1]', '[example]', 'example'].map(literalAddress)).toEqual([
    '192.0.2.1',
    '2001:db8::1',
    null,
    null,
  ])
})

test('punycode is as Node has it, for words of many scripts', () => {
  const letters = [...'abcxyz0189', ...'áéñüøß', ...'абвгж', ...'αβγδ', ...'例え日本語', ...'عرب', ...'한국']
  const label = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(label, (text) => {
      const expected = domainToASCII(`${text}.example`)
      fc.pre(expected !== '')
      expect(toAscii(`${text}.example`)).toBe(expected)
    }),
  )
})
