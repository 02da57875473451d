import { expect, test } from 'vitest'
import { extensionText, offerOf } from '../../../../renderer/wire/extension-text.ts'
import { localMoment, momentAfter, wireMoment } from '../../../../renderer/wire/moment.ts'

const offer = (keyword: string, ...parameters: string[]) => ({ keyword, parameters })

test('an extension is told in a sentence; where it is offered, with what its parameters say', () => {
  const told = [
    extensionText('SIZE', null),
    extensionText('SIZE', offer('SIZE', '2000000')),
    extensionText('8BITMIME', null),
    extensionText('AUTH', null),
  ].map(({ en }) => en)
  expect(told).toEqual([
    'The server tells how large a mail may be.',
    'The server tells how large a mail may be. Here at most 2 MB.',
    'Mails may hold accents and other 8-bit characters without being recoded.',
    'A server that trusts us can be told who handed the mail in first. It does not change the login.',
  ])
})

test('an offer is found whatever its case, also in the old form of AUTH', () => {
  const offers = [offer('size', '10'), offer('AUTH=LOGIN')]
  expect([offerOf(offers, 'SIZE'), offerOf(offers, 'AUTH'), offerOf(offers, 'DSN'), offerOf(null, 'DSN')]).toEqual([
    offers[0],
    offers[1],
    null,
    null,
  ])
})

test('a moment goes into its field and out again, to the minute', () => {
  expect([
    wireMoment(localMoment('2030-01-31T12:00:00Z')),
    wireMoment(localMoment('2030-07-31T14:00:30+02:00')),
    localMoment('tomorrow'),
    wireMoment(''),
  ]).toEqual(['2030-01-31T12:00:00Z', '2030-07-31T12:00:00Z', '', ''])
})

test('a moment to begin with is at a full minute', () => {
  expect(momentAfter(3600, Date.parse('2030-01-31T12:00:59.999Z'))).toBe('2030-01-31T13:00:00Z')
})
