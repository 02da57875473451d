import { expect, test } from 'vitest'
import { mailPlanOf, paceOf } from '../../../../electron/cli/send/order.ts'
import { UsageError } from '../../../../electron/cli/usage-error.ts'
import { wordsOf } from '../../../../electron/cli/words/index.ts'

const words = wordsOf('en')
const people = { from: 'ana@example.com', to: ['luis@example.net'] }

test('recipients are collected from every --to, quotes and names respected', () => {
  const to = ['a@x.test,b@x.test', '"Núñez, Ana" <c@x.test>', 'Luis <d@x.test>; postmaster']
  expect(mailPlanOf({ ...people, to }, null, words)).toMatchObject({
    envelope: { from: 'ana@example.com', to: ['a@x.test', 'b@x.test', 'c@x.test', 'd@x.test', 'postmaster'] },
    to: ['a@x.test', 'b@x.test', '"Núñez, Ana" <c@x.test>', 'Luis <d@x.test>', 'postmaster'],
  })
})

test('a mail without content has a subject and a text of its own', () => {
  expect(mailPlanOf(people, null, words)).toMatchObject({
    subject: words.defaultSubject,
    text: words.defaultText,
    html: null,
  })
})

test('HTML alone gets its text from the composer', () => {
  expect(mailPlanOf({ ...people, html: '<p>Hi</p>' }, null, words)).toMatchObject({ html: '<p>Hi</p>', text: null })
})

test.each(['<>', ''])('%j is the null sender', (from) => {
  expect(mailPlanOf({ ...people, from }, null, words).envelope.from).toBe('')
})

test('a profile names the sender when the options do not', () => {
  expect(mailPlanOf({ to: people.to }, 'Ana <ana@example.com>', words).envelope.from).toBe('ana@example.com')
})

test.each([
  ['no sender', { to: people.to }],
  ['no recipient', { from: people.from }],
  ['an empty list of recipients', { ...people, to: [' , '] }],
  ['an address that is none', { ...people, to: ['luis'] }],
  ['a line end in an address', { ...people, to: ['a@x.test\r\nRCPT TO:<b@x.test>'] }],
  ['a line end in the sender', { ...people, from: 'a@x.test\nb' }],
  ['a line end in the subject', { ...people, subject: 'a\r\nBcc: b@x.test' }],
  ['content beside a raw mail', { ...people, eml: 'mail.eml', text: 'x' }],
  ['a composed mail that is binary', { ...people, binary: true as const }],
])('%s is refused', (_, options) => {
  expect(() => mailPlanOf(options, null, words)).toThrow(UsageError)
})

const unlimited = { mailsPerConnection: null, rate: null, keepsOrder: false }

test('the pace of one mail, of a check and of many', () => {
  expect([
    paceOf({}, words),
    paceOf({ stopAfter: 'RCPT', timeout: '10' }, words),
    paceOf({ count: '5' }, words),
    paceOf({ count: '5', connections: '2', window: '16' }, words),
    paceOf({ count: '5', mailsPerConnection: '3', rate: '0.5', keepOrder: true }, words),
  ]).toEqual([
    { stopAfter: null, replyTimeout: null, bulk: null },
    { stopAfter: 'rcpt', replyTimeout: 10, bulk: null },
    { stopAfter: null, replyTimeout: null, bulk: { count: 5, connections: 1, window: 1, ...unlimited } },
    { stopAfter: null, replyTimeout: null, bulk: { count: 5, connections: 2, window: 16, ...unlimited } },
    {
      stopAfter: null,
      replyTimeout: null,
      bulk: { count: 5, connections: 1, window: 1, mailsPerConnection: 3, rate: 0.5, keepsOrder: true },
    },
  ])
})

test.each([
  { stopAfter: 'dot' },
  { count: '0' },
  { count: '2', stopAfter: 'rcpt' },
  { count: '2', mx: true as const },
  { count: '2', window: '0' },
  { count: '2', mailsPerConnection: '0' },
  { count: '2', rate: '0' },
  { count: '2', rate: '-1' },
  { count: '2', rate: 'fast' },
  { rate: '1', mx: true as const },
  { timeout: 'x' },
])('the pace %j is refused', (options) => {
  expect(() => paceOf(options, words)).toThrow(UsageError)
})
