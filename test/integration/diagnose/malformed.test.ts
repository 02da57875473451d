import { expect, it } from 'vitest'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { type Faults, faultyServer } from '../../fakes/faulty-server.ts'

const but = (pattern: RegExp, answer: string | null): Faults => ({
  answer: ({ text }) => (pattern.test(text) ? answer : undefined),
})
const isMail = (before: readonly string[]) => before.includes('DATA')

it.concurrent.each<[id: string, when: string, faults: Faults, result: string | undefined]>([
  ['ROB-05', 'takes them', {}, 'pass'],
  [
    'ROB-05',
    'refuses them',
    { answer: ({ text, before }) => (text === '.' && isMail(before) ? '554 5.6.0 Line too long' : undefined) },
    'warn',
  ],
  ['ROB-07', 'knows no postmaster', but(/^RCPT/, '550 5.1.1 Nobody'), 'indeterminate'],
  ['ROB-07', 'takes bare line ends', { lineEnds: 'any' }, 'fail'],
  ['ROB-07', 'takes no false end', {}, 'pass'],
  ['ROB-09', 'bears them', {}, 'pass'],
  ['ROB-09', 'hangs up', but(/\0/, 'hang up'), 'fail'],
  ['ROB-12', 'keeps its place', {}, 'pass'],
  ['ROB-12', 'reads the chunk as commands', { chunks: 'read as lines' }, 'fail'],
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
])('%s of a server that %s', async (id, _, faults, result) => {
  await using server = await faultyServer(faults)
  const tools = { replyTimeout: 0.3, mxPort: server.port }
  expect(resultsFor(await diagnosed(server.port, { only: [id], tools }), id)[0]).toBe(result)
})

it('below level 3 no more is said than DATA for nobody', async () => {
  await using server = await faultyServer()
  await diagnosed(server.port, { level: 2, tools: { replyTimeout: 0.3, idleSeconds: 0.1, mxPort: server.port } })
  expect(server.received.filter((line) => /^(DATA|BDAT)/.test(line))).toEqual(['DATA'])
})
