import pc from 'picocolors'
import { expect, test } from 'vitest'
import { showHidden, showLive } from '../../../electron/cli/live-transcript.ts'
import { wordsOf } from '../../../electron/cli/words/index.ts'
import type { Entry } from '../../../shared/values/transcript.ts'

const entry = (part: Partial<Entry>): Entry => ({
  index: 0,
  time: 1_234_567,
  pause: 0,
  direction: 'server',
  kind: 'line',
  isTls: false,
  stage: 'greeting',
  text: '',
  encoding: 'utf8',
  ending: 'crlf',
  bytes: 2,
  facts: {},
  ...part,
})

function shown(entries: readonly Entry[], isColored = false): string[] {
  const lines: string[] = []
  const output = { write: (text: string) => void lines.push(text), colors: pc.createColors(isColored) }
  for (const each of entries) showLive(output, wordsOf('en'))(each)
  return lines
}

test('a line tells its time, whether it is inside TLS, who said it and what', () => {
  expect(
    shown([
      entry({ direction: 'event', kind: 'connect', text: 'Connected.' }),
      entry({ text: '220 mx.example' }),
      entry({ direction: 'client', text: 'EHLO me', isTls: true }),
      entry({ direction: 'client', kind: 'body', text: 'Subject: x\n\nHello\n', bytes: 5_000_000, isTls: true }),
    ]),
  ).toEqual([
    '      1.2 ms     * Connected.\n',
    '      1.2 ms     S: 220 mx.example\n',
    '      1.2 ms TLS C: EHLO me\n',
    '      1.2 ms TLS C: Subject: x\n',
    '      1.2 ms TLS C: \n',
    '      1.2 ms TLS C: Hello\n',
    '      1.2 ms TLS C: … 5 MB in all\n',
  ])
})

test('what a server sends cannot move the cursor or colour the screen', () => {
  expect(shown([entry({ text: '220 \x1b[2J\x07mx\x9b31m' })])).toEqual([
    '      1.2 ms     S: 220 \\x1b[2J\\x07mx\\x9b31m\n',
  ])
})

test.each([
  ['250 ok', '\x1b[32m'],
  ['354 go on', '\x1b[32m'],
  ['450 later', '\x1b[33m'],
  ['550 no', '\x1b[31m'],
])('the reply %s has the colour of its class', (text, color) => {
  expect(shown([entry({ text })], true)[0]).toContain(`${color}S: ${text}`)
})

test('what is hidden stands behind its line for the person who asks, as it was sent and decoded', () => {
  const lines: string[] = []
  const output = { write: (text: string) => void lines.push(text), colors: pc.createColors(false) }
  const show = showHidden(output)
  show('AUTH PLAIN AGFuYQBjbGF2ZQ==')
  show('NOOP')
  expect(lines.map((line) => line.trim())).toEqual(['= AUTH PLAIN AGFuYQBjbGF2ZQ==', '= \\x00ana\\x00clave', '= NOOP'])
})
