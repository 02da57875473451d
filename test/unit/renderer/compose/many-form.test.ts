import { expect, test } from 'vitest'
import { firstForm, type ManyForm, readForm, settled } from '../../../../renderer/compose/many-form.ts'

const read = (part: Partial<ManyForm> = {}) => readForm({ ...firstForm, ...part })

test('the first form is ten mails one after the other, without limits', () => {
  expect(read()).toEqual({
    pace: { count: 10, connections: 1, window: 1, mailsPerConnection: null, rate: null, keepsOrder: false },
    faults: [],
  })
})

test('what is typed is what is asked for', () => {
  const typed = {
    count: 1_000_000,
    connections: 1000,
    window: 10_000,
    mailsPerConnection: 5,
    rate: 0.5,
    keepsOrder: true,
  }
  expect(read(typed)).toEqual({ pace: typed, faults: [] })
})

test.each<[Partial<ManyForm>, string[]]>([
  [{ count: '' }, ['count']],
  [{ count: 1.5 }, ['count']],
  [{ count: 1_000_001 }, ['count']],
  [{ connections: 0, window: '-' }, ['connections', 'window']],
  [{ connections: 1001 }, ['connections']],
  [{ window: 10_001 }, ['window']],
  [{ mailsPerConnection: 0 }, ['mailsPerConnection']],
  [{ rate: 0 }, ['rate']],
  [{ rate: 1_000_000 }, ['rate']],
])('%j cannot be', (part, faults) => {
  expect(read(part)).toEqual({ pace: null, faults })
})

test('each mail whose fate is known counts once', () => {
  expect(settled({ sent: 1, refused: 20, unknown: 300, failed: 4000 })).toBe(4321)
})
