// What no client should send: a server spoiled in one way each.
import type { Faults } from '../../../fakes/faulty-server.ts'
import type { FaultCase } from './fault-case.ts'

const but = (pattern: RegExp, answer: string | null): Faults => ({
  answer: ({ text }) => (pattern.test(text) ? answer : undefined),
})
/** Longer lines than that. */
const refusingLines =
  (octets: number): NonNullable<Faults['answer']> =>
  ({ text, before }) =>
    text === '.' && before.some((line) => line.length > octets) ? '554 5.6.0 Line too long' : undefined
/** It takes a chunk, whose octets are a line of their own, and then says this to DATA. */
const afterChunk = (answer: string): Faults => ({
  answer({ text, before }) {
    if (text === 'BDAT 6') return '250 2.0.0 6 octets'
    if (before.at(-2) === 'BDAT 6') return null
    return text === 'DATA' && before.includes('BDAT 6') ? answer : undefined
  },
})

export const malformedCases: readonly FaultCase[] = [
  ['ROB-05', 'takes them, and nobody watches', {}, 'indeterminate'],
  ['ROB-05', 'refuses them', { answer: refusingLines(1000) }, 'warn'],
  ['ROB-05', 'refuses what is allowed', { answer: refusingLines(900) }, 'fail'],
  [
    'ROB-05',
    'is closing down',
    { answer: ({ text }) => (text === '.' ? '421 4.3.2 Closing' : undefined) },
    'indeterminate',
  ],
  ['ROB-07', 'knows no postmaster', but(/^RCPT/, '550 5.1.1 Nobody'), 'indeterminate'],
  ['ROB-07', 'takes no false end', {}, 'pass'],
  ['ROB-09', 'bears them', {}, 'pass'],
  ['ROB-09', 'hangs up', but(/\0/, 'hang up'), 'fail'],
  ['ROB-12', 'keeps its place', {}, 'pass'],
  ['ROB-12', 'takes no DATA behind a chunk', afterChunk('503 5.5.1 BDAT has begun'), 'pass'],
  ['ROB-12', 'takes DATA behind a chunk', afterChunk('354 Go on'), 'fail'],
  ['ROB-17', 'says what became of it', {}, 'pass'],
  ['ROB-17', 'hangs up at the dot', { answer: ({ text }) => (text === '.' ? 'hang up' : undefined) }, 'fail'],
  ['POL-10', 'takes them', {}, 'pass'],
  [
    'POL-10',
    'takes ten',
    {
      answer: ({ text, before }) =>
        text.startsWith('RCPT') && before.filter((line) => line.startsWith('RCPT')).length > 10
          ? '452 4.5.3 Too many'
          : undefined,
    },
    'warn',
  ],
  [
    'POL-10',
    'takes ten, and refuses the rest',
    {
      answer: ({ text, before }) =>
        text.startsWith('RCPT') && before.filter((line) => line.startsWith('RCPT')).length > 10
          ? '550 5.5.3 Too many'
          : undefined,
    },
    'fail',
  ],
]
