import { expect, it, test } from 'vitest'
import { formatAddress, parseAddress, splitAddresses } from '#shared/address/index.ts'

test.each([
  ['ana@example.org', { name: '', address: 'ana@example.org' }],
  ['<ana@example.org>', { name: '', address: 'ana@example.org' }],
  ['Ana García <ana@example.org>', { name: 'Ana García', address: 'ana@example.org' }],
  ['"García, Ana" <ana@example.org>', { name: 'García, Ana', address: 'ana@example.org' }],
  ['"Ana \\"la jefa\\"" <ana@example.org>', { name: 'Ana "la jefa"', address: 'ana@example.org' }],
  ['"Ana <x>" <"a>b"@example.org>', { name: 'Ana <x>', address: '"a>b"@example.org' }],
])('%s is read, and written so that it is read again', (text, address) => {
  expect(parseAddress(text)).toEqual({ kind: 'address', address })
  expect(parseAddress(formatAddress(address))).toEqual({ kind: 'address', address })
})

test.each([
  ['', 'empty'],
  ['Ana', 'no-at-sign'],
  ['Ana <ana>', 'no-at-sign'],
  ['Ana <ana@example.org', 'local-part-invalid'],
  ['Ana <ana@example.org> x', 'local-part-invalid'],
  ['Ana\r\nBcc: x <ana@example.org>', 'control-character'],
  ['Ana\0 <ana@example.org>', 'control-character'],
])('%j is refused: %s', (text, fault) => {
  expect(parseAddress(text)).toEqual({ kind: 'invalid', fault })
})

it('splits a typed list outside quotes and brackets', () => {
  const list = 'a@b.example, "García, Ana" <ana@example.org>;\n x@[IPv6:::1] ,, <"q;r"@example.org>'
  expect(splitAddresses(list)).toEqual([
    'a@b.example',
    '"García, Ana" <ana@example.org>',
    'x@[IPv6:::1]',
    '<"q;r"@example.org>',
  ])
  expect(splitAddresses(' ,; ')).toEqual([])
})
