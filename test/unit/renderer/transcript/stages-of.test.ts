import { expect, test } from 'vitest'
import { stagesOf } from '../../../../renderer/transcript/stages-of.ts'
import { session, type Told } from './entries.ts'

const bars = (...rows: readonly Told[]) =>
  stagesOf(session(...rows)).map(
    ({ name, begin, end, roundTrips, hasError }) =>
      `${name} ${begin / 1e6}–${end / 1e6} ×${roundTrips}${hasError ? ' !' : ''}`,
  )

test('a whole session is a bar a stage, and EHLO comes again after TLS', () => {
  expect(
    bars(
      [12, 'dns', 'a name', { kind: 'dns', facts: { ms: 12 } }],
      [50, 'connect', 'connected', { kind: 'connect', facts: { ms: 38, outcome: 'connected' } }],
      [90, 'greeting', 'S: 220 hello'],
      [91, 'ehlo', 'C: EHLO me'],
      [130, 'ehlo', 'S: 250-server'],
      [130, 'ehlo', 'S: 250 STARTTLS'],
      [131, 'tls', 'C: STARTTLS'],
      [170, 'tls', 'S: 220 go'],
      [250, 'tls', 'TLSv1.3', { kind: 'tls' }],
      [251, 'ehlo', 'C: EHLO me'],
      [290, 'ehlo', 'S: 250 AUTH PLAIN LOGIN'],
      [291, 'auth', 'C: AUTH LOGIN'],
      [330, 'auth', 'S: 334 VXNlcm5hbWU6'],
      [331, 'auth', 'C: …'],
      [370, 'auth', 'S: 235 welcome'],
      [371, 'quit', 'C: QUIT'],
      [410, 'quit', 'S: 221 bye'],
      [411, 'quit', 'closed', { kind: 'close' }],
    ),
  ).toEqual([
    'dns 0–12 ×1',
    'connect 12–50 ×1',
    'greeting 50–90 ×1',
    'ehlo 91–130 ×1',
    'tls 131–250 ×1',
    'ehlo 251–290 ×1',
    'auth 291–370 ×2',
    'quit 371–410 ×1',
  ])
})

test('commands that went out together overlap, and each mail has bars of its own', () => {
  const mail = (at: number): readonly Told[] => [
    [at, 'mail', 'C: MAIL FROM:<a@b>'],
    [at, 'rcpt', 'C: RCPT TO:<c@d>'],
    [at, 'rcpt', 'C: RCPT TO:<e@f>'],
    [at, 'data', 'C: DATA'],
    [at + 40, 'mail', 'S: 250 ok'],
    [at + 40, 'rcpt', 'S: 250 ok'],
    [at + 41, 'rcpt', 'S: 550 no'],
    [at + 42, 'data', 'S: 354 go'],
    [at + 60, 'data', 'C: Subject: x', { kind: 'body' }],
    [at + 100, 'data', 'S: 250 queued'],
  ]
  expect(bars(...mail(0), ...mail(200))).toEqual([
    'mail 0–40 ×1',
    'rcpt 0–41 ×1 !',
    'data 0–42 ×1',
    'dot 60–100 ×1',
    'mail 200–240 ×1',
    'rcpt 200–241 ×1 !',
    'data 200–242 ×1',
    'dot 260–300 ×1',
  ])
})

test('an attempt to connect that failed is forgiven when a later one succeeds', () => {
  const failed = { kind: 'connect', facts: { ms: 3, outcome: 'failed' } } as const
  const connected = { kind: 'connect', facts: { ms: 9, outcome: 'connected' } } as const
  expect([
    bars([3, 'connect', 'no', failed]),
    bars([3, 'connect', 'no', failed], [9, 'connect', 'yes', connected]),
  ]).toEqual([['connect 0–3 ×1 !'], ['connect 0–9 ×1']])
})

test('a session without lines has no bars', () => {
  expect(stagesOf([])).toEqual([])
})
