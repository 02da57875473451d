import { expect, it, test } from 'vitest'
import { authMechanisms, offers, parseCapabilities, sizeLimit } from '../../../../electron/engine/smtp/capabilities.ts'

const parse = (...lines: string[]) => parseCapabilities({ code: 250, enhanced: null, text: lines.join('\n') })

it('takes the first line as the greeting and keeps every other as sent', () => {
  expect(parse('mx.example STARTTLS AUTH', 'size  1000', 'X-Unknown a b=c', '', `X${'y'.repeat(10_240)}`)).toEqual([
    { keyword: 'size', parameters: ['1000'] },
    { keyword: 'X-Unknown', parameters: ['a', 'b=c'] },
    { keyword: `X${'y'.repeat(10_240)}`, parameters: [] },
  ])
})

it('compares keywords without regard to case, and only whole ones', () => {
  const capabilities = parse('mx.example', 'startTLS', 'PIPELININGX')
  expect([offers(capabilities, 'STARTTLS'), offers(capabilities, 'PIPELINING')]).toEqual([true, false])
})

test.each([
  [['AUTH PLAIN login'], ['PLAIN', 'LOGIN']],
  [['AUTH=LOGIN PLAIN'], ['LOGIN', 'PLAIN']],
  [
    ['AUTH PLAIN LOGIN', 'AUTH=LOGIN'],
    ['PLAIN', 'LOGIN'],
  ],
  [['AUTH'], []],
  [['X-AUTH PLAIN'], []],
])('%j offers %j', (lines, mechanisms) => {
  expect(authMechanisms(parse('mx.example', ...lines))).toEqual(mechanisms)
})

test.each([
  ['SIZE 35882577', 35_882_577],
  ['SIZE', null],
  ['SIZE 0', null],
  [`SIZE ${'9'.repeat(30)}`, null],
  ['SIZE -1', null],
  ['SIZE lots', null],
  ['X', null],
])('%s limits a mail to %s', (line, limit) => {
  expect(sizeLimit(parse('mx.example', line))).toBe(limit)
})
