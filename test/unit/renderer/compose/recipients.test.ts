import { describe, expect, test } from 'vitest'
import { addTyped, endsAddress, fieldOf, headerRecipients, readToken } from '../../../../renderer/compose/recipients.ts'
import { draftOf } from '../../../fakes/drafts.ts'

describe('a token', () => {
  test.each([
    ['ana@example.com', { name: '', address: 'ana@example.com', fault: null }],
    ['"Pérez, Ana" <ana@example.com>', { name: 'Pérez, Ana', address: 'ana@example.com', fault: null }],
    ['ana', { name: '', address: 'ana', fault: 'no-at-sign' }],
    ['ana@exa\u0000mple.com', { name: '', address: 'ana@exa\u0000mple.com', fault: 'control-character' }],
  ])('%j is read', (text, token) => expect(readToken(text)).toEqual(token))
})

describe('a list', () => {
  test('takes every address of a pasted text once', () => {
    const pasted = 'Bob <BOB@example.org>; carol@example.net\r\n"Doe, Dan" <dan@example.net>, bob@example.org'
    expect(addTyped(['ana@example.com'], pasted)).toEqual([
      'ana@example.com',
      'Bob <BOB@example.org>',
      'carol@example.net',
      '"Doe, Dan" <dan@example.net>',
    ])
  })

  test('keeps a wrong one as it was typed', () => {
    expect(addTyped([], 'nobody, ana@example.com')).toEqual(['nobody', 'ana@example.com'])
  })
})

test.each([
  ['ana@example.com', true],
  ['"Doe', false],
  ['"Doe, Dan"', true],
  ['Dan <dan@example', false],
  ['Dan <dan@example.net>', true],
])('a comma after %j ends the address: %j', (typed, ends) => expect(endsAddress(typed)).toBe(ends))

test('everyone in the headers gets the mail once, in their order', () => {
  const draft = draftOf({
    to: ['Bob <bob@example.org>'],
    cc: ['c@example.org', 'BOB@example.org'],
    bcc: ['d@example.org'],
  })
  expect(headerRecipients(draft)).toEqual(['bob@example.org', 'c@example.org', 'd@example.org'])
  expect(fieldOf(draft, 'd@example.org')).toBe('bcc')
})
