import { expect, it } from 'vitest'
import { findMailto, mailtoRoute } from '../../../electron/shell/mailto.ts'

it.each([
  [['/usr/bin/heloise', 'mailto:a@b.example?subject=Hi'], 'mailto:a@b.example?subject=Hi'],
  [['electron', '.', '--flag', 'MAILTO:a@b.example'], 'MAILTO:a@b.example'],
  [['electron', '.', 'https://b.example/?mailto:a@b.example'], null],
  [[], null],
])('finds the link among %o', (args, link) => {
  expect(findMailto(args)).toBe(link)
})

it('keeps the whole link inside one part of the route', () => {
  const route = mailtoRoute('mailto:a@b.example?subject=Caf%C3%A9&body=1%2B1#x')
  const query = new URLSearchParams(route.split('?')[1])
  expect([route.split('?')[0], Object.fromEntries(query)]).toEqual([
    '/compose/new',
    { mailto: 'mailto:a@b.example?subject=Caf%C3%A9&body=1%2B1#x', window: 'own' },
  ])
})
