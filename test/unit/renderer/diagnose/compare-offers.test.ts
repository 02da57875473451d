import { expect, test } from 'vitest'
import { compareOffers } from '../../../../renderer/diagnose/offers/compare-offers.ts'

const size = { keyword: 'SIZE', parameters: ['1000'] }
const auth = { keyword: 'AUTH', parameters: ['PLAIN', 'LOGIN'] }
const starttls = { keyword: 'STARTTLS', parameters: [] }

test('a keyword that comes or goes with TLS is marked', () => {
  expect(compareOffers([size, starttls], [size, auth])).toEqual([
    { keyword: 'SIZE', before: size, after: size, differs: false },
    { keyword: 'STARTTLS', before: starttls, after: null, differs: true },
    { keyword: 'AUTH', before: null, after: auth, differs: true },
  ])
})

test('other parameters are a difference, another case of the keyword is not', () => {
  const more = { keyword: 'SIZE', parameters: ['2000'] }
  const lower = { keyword: 'starttls', parameters: [] }
  expect(compareOffers([size, starttls], [more, lower]).map(({ keyword, differs }) => [keyword, differs])).toEqual([
    ['SIZE', true],
    ['STARTTLS', false],
  ])
})

test('where one side was not asked nothing differs', () => {
  expect(compareOffers(null, [size])).toEqual([{ keyword: 'SIZE', before: null, after: size, differs: false }])
  expect(compareOffers(null, null)).toEqual([])
})
