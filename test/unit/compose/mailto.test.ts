import { expect, it } from 'vitest'
import { type Mailto, parseMailto } from '#shared/compose/mailto.ts'

const nothing: Mailto = { to: [], cc: [], bcc: [], subject: '', text: '' }

it.each<[string, Partial<Mailto> | null]>([
  ['mailto:chris@example.com', { to: ['chris@example.com'] }],
  ['MAILTO:a@example.com,b@example.com', { to: ['a@example.com', 'b@example.com'] }],
  [
    'mailto:?to=joe@example.com&cc=bob@example.com&body=hello',
    { to: ['joe@example.com'], cc: ['bob@example.com'], text: 'hello' },
  ],
  [
    'mailto:a@example.com?subject=%C2%BFMa%C3%B1ana%3F&body=one%0D%0Atwo',
    { to: ['a@example.com'], subject: '¿Mañana?', text: 'one\ntwo' },
  ],
  ['mailto:unlikely%2Caddress@example.com', { to: ['unlikely', 'address@example.com'] }],
  ['mailto:user+tag@example.com?subject=a+b', { to: ['user+tag@example.com'], subject: 'a+b' }],
  [
    'mailto:a@example.com?subject=x%0D%0ABcc:%20evil@example.com',
    { to: ['a@example.com'], subject: 'x  Bcc: evil@example.com' },
  ],
  ['mailto:a@example.com?attach=/etc/passwd&In-Reply-To=%3Cx%3E', { to: ['a@example.com'] }],
  ['mailto:a@example.com?subject=100%', { to: ['a@example.com'], subject: '100%' }],
  ['https://example.com', null],
])('reads %s', (link, expected) => {
  expect(parseMailto(link)).toEqual(expected === null ? null : { ...nothing, ...expected })
})
