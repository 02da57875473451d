import { expect, test } from 'vitest'
import { parsePath } from '#shared/address/index.ts'

test.each([
  ['<>', { address: '', parameters: [] }],
  ['<ana@example.org>', { address: 'ana@example.org', parameters: [] }],
  ['<@a,@b:ana@example.org>', { address: 'ana@example.org', parameters: [] }],
  ['<"a> b"@example.org>', { address: '"a> b"@example.org', parameters: [] }],
  [
    '<a@b.example> SIZE=12 SMTPUTF8 ',
    {
      address: 'a@b.example',
      parameters: [
        { keyword: 'SIZE', value: '12' },
        { keyword: 'SMTPUTF8', value: null },
      ],
    },
  ],
  ['a@b.example', null],
  ['<a@b.example', null],
  ['<a@b.example>SIZE=1', null],
  ['<a@b.example> SIZE=', null],
  ['<a@b.example\0>', null],
])('%j', (argument, path) => {
  expect(parsePath(argument)).toEqual(path)
})
