// What the log hides is remembered for a person who asks, within bounds.
import { expect, it } from 'vitest'
import { createHiddenLines } from '../../../electron/services/hidden-lines.ts'

it('gives a line back by its session and place, and forgets a session that is removed', () => {
  const hidden = createHiddenLines()
  hidden.keep('a', 1, 'one')
  hidden.keep('ab', 1, 'two')
  hidden.forget('a')
  expect([hidden.of('a', 1), hidden.of('ab', 1), hidden.of('ab', 2)]).toEqual([null, 'two', null])
})

it('forgets the oldest where there are too many', () => {
  const hidden = createHiddenLines()
  for (let index = 0; index < 5_000; index += 1) hidden.keep('session', index, `line ${index}`)
  const kept = Array.from({ length: 5_000 }, (_, index) => hidden.of('session', index)).filter((line) => line !== null)
  expect([kept.length, kept.at(-1)]).toEqual([2_000, 'line 4999'])
})
