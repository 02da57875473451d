import { expect, test, vi } from 'vitest'
import { inBatches } from '../../../../renderer/diagnose/in-batches.ts'

test('what comes in one moment is taken together, and nothing is taken twice', () => {
  vi.useFakeTimers()
  try {
    const taken: (readonly number[])[] = []
    const { add, flush } = inBatches<number>((events) => taken.push(events))
    add(1)
    add(2)
    vi.runAllTimers()
    add(3)
    flush()
    flush()
    vi.runAllTimers()
    expect(taken).toEqual([[1, 2], [3]])
  } finally {
    vi.useRealTimers()
  }
})
