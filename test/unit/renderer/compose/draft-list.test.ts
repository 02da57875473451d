import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createDraftList, timeToUndo } from '../../../../renderer/compose/draft-list.ts'
import { memoryDrafts, storedOf } from '../../../fakes/drafts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function listed() {
  const drafts = memoryDrafts([storedOf({ id: 'a' }, null, 1), storedOf({ id: 'b' }, null, 2)])
  const list = createDraftList(drafts.api)
  await list.getState().read()
  const shown = () => list.getState().drafts?.map(({ draft }) => draft.id)
  return { drafts, shown, verbs: list.getState() }
}

test('a deleted draft leaves the list at once and storage later', async () => {
  const { drafts, shown, verbs } = await listed()
  verbs.remove('b')
  await verbs.read()
  expect([shown(), drafts.stored.has('b')]).toEqual([['a'], true])
  await vi.advanceTimersByTimeAsync(timeToUndo)
  expect([shown(), drafts.stored.has('b')]).toEqual([['a'], false])
})

test('undo brings it back, attachments and all', async () => {
  const { drafts, shown, verbs } = await listed()
  verbs.remove('b')
  verbs.undo('b')
  await vi.advanceTimersByTimeAsync(timeToUndo * 2)
  expect([shown(), drafts.calls]).toEqual([['b', 'a'], []])
})

test('a window that closes deletes what is leaving', async () => {
  const { drafts, verbs } = await listed()
  verbs.remove('a')
  await verbs.settle()
  expect(drafts.stored.has('a')).toBe(false)
})
