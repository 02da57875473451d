import { describe, expect, it } from 'vitest'
import {
  type Answer,
  type Phase,
  phases,
  restingPhase,
  type Verb,
  verbs,
} from '../../../../electron/engine/loopback/phases.ts'
import { answerTo, behaviours } from '../../../../electron/engine/loopback/scenarios.ts'

const inWords = (answer: Answer): string | number => (typeof answer === 'string' ? answer : answer.code)

/** The verbs whose answer depends on the phase, as columns. */
const columns = ['STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'VRFY'] as const satisfies readonly Verb[]
const table: Readonly<Record<Phase, readonly (string | number)[]>> = {
  unintroduced: [503, 503, 503, 503, 503, 252],
  plain: ['start TLS', 538, 'take sender', 503, 503, 252],
  secure: [503, 'log in', 'take sender', 503, 503, 252],
  insecure: ['start TLS', 530, 530, 530, 530, 530],
  locked: [503, 'log in', 530, 530, 530, 530],
  known: [503, 503, 'take sender', 503, 503, 252],
  sender: [503, 503, 503, 'take recipient', 554, 252],
  recipients: [503, 503, 503, 'take recipient', 'take content', 252],
  chunks: [503, 503, 503, 503, 503, 252],
}
const anywhere = {
  EHLO: 'greet',
  HELO: 'greet plainly',
  LHLO: 500,
  BDAT: 500,
  RSET: 'reset',
  NOOP: 250,
  EXPN: 502,
  HELP: 214,
  QUIT: 'leave',
  unknown: 500,
} as const

const everyPhase = Object.entries(table)

describe('the table of phase and verb', () => {
  it.each(everyPhase)('while %s, each verb has its answer', (phase, row) => {
    const expected = { ...anywhere, ...Object.fromEntries(columns.map((verb, index) => [verb, row[index]])) }
    const actual = Object.fromEntries(verbs.map((verb) => [verb, inWords(phases[phase as Phase][verb])]))
    expect(actual).toEqual(expected)
  })

  it('gives a class to the enhanced code that agrees with the code', () => {
    const replies = Object.values(phases).flatMap((row) =>
      Object.values(row).filter((answer) => typeof answer !== 'string'),
    )
    expect(replies.filter(({ code, enhanced }) => enhanced?.charAt(0) !== String(code).charAt(0))).toEqual([])
  })

  it.each([
    ['mx', false, null, 'plain'],
    ['mx', true, null, 'secure'],
    ['mx', true, 'maria', 'known'],
    ['submission', false, null, 'insecure'],
    ['submission', true, null, 'locked'],
    ['submission', true, 'maria', 'known'],
    ['submissions', true, null, 'locked'],
    ['submissions', true, 'maria', 'known'],
  ] as const)('rests, as %s with TLS %s and user %s, in “%s”', (role, isTls, user, phase) => {
    expect(restingPhase(role, isTls, user)).toBe(phase)
  })
})

describe('a scenario', () => {
  it('speaks in place of an act, and leaves refusals as they are', () => {
    const say = (phase: Phase, scenario: keyof typeof behaviours, verb: Verb) =>
      inWords(answerTo(phase, verb, behaviours[scenario]))
    expect([
      say('unintroduced', 'refuse-ehlo', 'EHLO'),
      say('unintroduced', 'refuse-ehlo', 'HELO'),
      say('plain', 'starttls-refused', 'STARTTLS'),
      say('secure', 'starttls-refused', 'STARTTLS'),
      say('plain', 'no-starttls', 'STARTTLS'),
    ]).toEqual([502, 'greet plainly', 454, 503, 502])
  })
})
