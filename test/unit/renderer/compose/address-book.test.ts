import { expect, test } from 'vitest'
import { complete, usedAddresses } from '../../../../renderer/compose/address-book.ts'
import { storedOf } from '../../../fakes/drafts.ts'

const drafts = [
  storedOf({ to: ['Ana Pérez <ana@example.com>', 'wrong'], cc: ['bob@example.org'] }),
  storedOf({ to: ['BOB@example.org'], bcc: ['joanna@example.net'] }),
]

test('good addresses of all drafts are known, each once', () => {
  expect(usedAddresses(drafts)).toHaveLength(3)
})

test.each([
  ['an', [], ['Ana Pérez <ana@example.com>', 'joanna@example.net']],
  ['pér', [], ['Ana Pérez <ana@example.com>']],
  ['an', ['ana@example.com'], ['joanna@example.net']],
  [' ', [], []],
])('%j completes, without %j', (typed, taken, offers) => {
  expect(complete(usedAddresses(drafts), typed, taken)).toEqual(offers)
})
