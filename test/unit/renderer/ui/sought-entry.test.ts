import { expect, test } from 'vitest'
import type { Failure } from '#shared/values/failure.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { entryOf } from '../../../../renderer/ui/sought-entry.ts'

const line = (index: number, direction: 'client' | 'server', stage: Entry['stage'], text: string): Entry => ({
  index,
  time: 0,
  pause: 0,
  direction,
  kind: 'line',
  isTls: true,
  stage,
  text,
  encoding: 'utf8',
  ending: 'crlf',
  bytes: 0,
  facts: {},
})

const entries = [
  line(0, 'client', 'mail', 'MAIL FROM:<ana@example.com>'),
  line(1, 'client', 'rcpt', 'RCPT TO:<bob@example.org>'),
  line(2, 'client', 'rcpt', 'RCPT TO:<carol@example.org>'),
  line(3, 'server', 'mail', '250 ok'),
  line(4, 'server', 'rcpt', '250 ok'),
  line(5, 'server', 'rcpt', '550-5.1.1 nobody'),
  line(6, 'server', 'rcpt', '550 5.1.1 of that name'),
  line(7, 'client', 'data', 'DATA'),
  line(8, 'server', 'data', '354 go on'),
  line(9, 'server', 'data', '250 kept'),
]

test.each([
  ['bob@example.org', 'rcpt', 4],
  ['Carol@example.org', 'rcpt', 6],
  ['dan@example.org', 'rcpt', undefined],
  ['bob@example.org', 'data', 9],
] as const)('what was said to %s at %s stands in entry %s', (address, stage, index) => {
  const recipient = { address, stage, outcome: 'refused', reply: null } as const
  expect(entryOf(entries, { kind: 'recipient', recipient })).toBe(index)
})

test('a failure leads to the last reply with its code', () => {
  const failure: Failure = {
    kind: 'recipients-refused',
    stage: 'rcpt',
    message: '',
    reply: { code: 550, enhanced: '5.1.1', text: 'nobody' },
    fault: 'theirs',
    advice: '',
    facts: {},
  }
  expect(entryOf(entries, { kind: 'failure', failure })).toBe(6)
  expect(entryOf(entries, { kind: 'failure', failure: { ...failure, reply: null, stage: 'mail' } })).toBe(3)
})
