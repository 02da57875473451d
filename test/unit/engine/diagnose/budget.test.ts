import { expect, test } from 'vitest'
import { budgetOf } from '../../../../electron/engine/diagnose/budget.ts'
import type { DiagnoseTarget } from '../../../../electron/engine/diagnose/index.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'

const resolver = fakeResolver({
  mx: {
    'example.com': [
      [10, 'mx1.example.com.'],
      [20, 'mx2.example.com.'],
    ],
  },
})
const budget = async (wish: Partial<DiagnoseTarget>) => {
  const target = { text: 'example.com', access: null, ...wish }
  const { connections, waitSeconds } = await budgetOf(target, { resolver, signal: new AbortController().signal })
  return { connections, waitSeconds }
}

test.each([
  ['DNS alone costs none', { level: 0 }, { connections: 0, waitSeconds: 0 }],
  [
    'a polite session each, and one more where a port speaks otherwise',
    { level: 1 },
    { connections: 4, waitSeconds: 0 },
  ],
  ['questions about recipients', { level: 2, only: ['POL'] }, { connections: 14, waitSeconds: 0 }],
  [
    'a second try, with its minute',
    { level: 2, only: ['POL'], triesAgain: true },
    { connections: 16, waitSeconds: 120 },
  ],
  [
    'no second try where nobody wants to know',
    { level: 2, only: ['POL-01'], triesAgain: true },
    { connections: 14, waitSeconds: 0 },
  ],
  ['a server that is kept waiting', { level: 2, only: ['ROB-16'] }, { connections: 18, waitSeconds: 62 }],
] as const)('two MX hosts: %s', async (_, wish, cost) => {
  expect(await budget(wish)).toEqual(cost)
})
