import { expect, test } from 'vitest'
import { compareOffers } from '#shared/report/compare-offers.ts'

const size = { keyword: 'SIZE', parameters: ['1000'] }
const auth = { keyword: 'AUTH', parameters: ['PLAIN', 'LOGIN'] }
const starttls = { keyword: 'STARTTLS', parameters: [] }

test('a keyword that comes or goes with TLS or the login is marked', () => {
  expect(compareOffers([[size, starttls], [size, auth], [size]])).toEqual([
    { keyword: 'SIZE', offered: [size, size, size], differs: false },
    { keyword: 'STARTTLS', offered: [starttls, null, null], differs: true },
    { keyword: 'AUTH', offered: [null, auth, null], differs: true },
  ])
})

test('other parameters are a difference, another case of the keyword is not', () => {
  const more = { keyword: 'SIZE', parameters: ['2000'] }
  const lower = { keyword: 'starttls', parameters: [] }
  const compared = compareOffers([
    [size, starttls],
    [more, lower],
  ])
  expect(compared.map(({ keyword, differs }) => [keyword, differs])).toEqual([
    ['SIZE', true],
    ['STARTTLS', false],
  ])
})

test('an answer that was not had differs from none', () => {
  expect(compareOffers([null, [size]])).toEqual([{ keyword: 'SIZE', offered: [null, size], differs: false }])
  expect(compareOffers([null, null])).toEqual([])
})
