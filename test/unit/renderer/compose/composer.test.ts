import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createComposer, type OpenDraft } from '../../../../renderer/compose/composer.ts'
import { memoryDrafts, receiptOf, storedOf } from '../../../fakes/drafts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

async function composing(drafts = memoryDrafts([storedOf()])) {
  const store = createComposer(drafts.api)
  await store.getState().open(null)
  const open = (): OpenDraft => {
    const { situation } = store.getState()
    if (situation.kind !== 'open') throw new Error(`not open: ${situation.kind}`)
    return situation
  }
  return { drafts, store, open, verbs: store.getState() }
}

describe('opening', () => {
  test('takes the latest draft that is not sent', async () => {
    const sent = storedOf({ id: 'sent' }, receiptOf(), 3)
    const { open } = await composing(
      memoryDrafts([storedOf({ id: 'old' }, null, 1), storedOf({ id: 'new' }, null, 2), sent]),
    )
    expect(open().draft.id).toBe('new')
  })

  test('makes a new one when all are sent', async () => {
    const { open, drafts } = await composing(memoryDrafts([storedOf({ id: 'sent' }, receiptOf(), 3)]))
    expect([open().draft.id, drafts.calls]).toEqual(['new100', ['create']])
  })

  test('says that a draft is missing', async () => {
    const { store, verbs } = await composing()
    expect(await verbs.open('gone')).toBeNull()
    expect(store.getState().situation).toEqual({ kind: 'missing' })
  })

  test('writes first what was typed into the one before, tokens included', async () => {
    const { verbs, drafts } = await composing(
      memoryDrafts([storedOf({ id: 'a' }, null, 2), storedOf({ id: 'b' }, null, 1)]),
    )
    verbs.edit({ subject: 'kept' })
    verbs.type('to', 'bob@example.org')
    await verbs.open('b')
    expect(drafts.stored.get('a')?.draft).toMatchObject({ subject: 'kept', to: ['bob@example.org'] })
  })
})

describe('saving', () => {
  test('waits for a rest of 400 ms, and then writes once', async () => {
    const { verbs, drafts, open } = await composing()
    verbs.edit({ subject: 'H' })
    await vi.advanceTimersByTimeAsync(399)
    verbs.edit({ subject: 'Hi' })
    await vi.advanceTimersByTimeAsync(399)
    expect([drafts.calls, open().saving]).toEqual([[], 'waiting'])
    await vi.advanceTimersByTimeAsync(1)
    expect([drafts.calls, open().saving, drafts.stored.get('d1')?.draft.subject]).toEqual([['save'], 'saved', 'Hi'])
  })

  test('keeps what was typed while it was writing', async () => {
    const { verbs, drafts, open } = await composing()
    verbs.edit({ subject: 'one' })
    const writing = verbs.save()
    await Promise.resolve()
    verbs.edit({ subject: 'two' })
    await writing
    expect([open().draft.subject, open().saving]).toEqual(['two', 'waiting'])
    await vi.advanceTimersByTimeAsync(400)
    expect(drafts.stored.get('d1')?.draft.subject).toBe('two')
  })

  test('says that it failed and tries again by itself', async () => {
    const { verbs, drafts, open } = await composing()
    drafts.failNext('save')
    verbs.edit({ subject: 'Hi' })
    await vi.advanceTimersByTimeAsync(400)
    expect(open().saving).toBe('failed')
    await vi.advanceTimersByTimeAsync(3000)
    expect([open().saving, drafts.stored.get('d1')?.draft.subject]).toEqual(['saved', 'Hi'])
  })
})

describe('another window', () => {
  test('is followed while nothing here waits to be written', async () => {
    const { verbs, drafts, open } = await composing()
    drafts.put(storedOf({ subject: 'theirs' }, null, 500))
    await verbs.refresh()
    expect([open().draft.subject, open().revision]).toEqual(['theirs', 1])
  })

  test('does not take away what is being typed', async () => {
    const { verbs, drafts, open } = await composing()
    verbs.edit({ subject: 'mine' })
    drafts.put(storedOf({ subject: 'theirs' }, null, 500))
    await verbs.refresh()
    expect(open().draft.subject).toBe('mine')
    await verbs.save()
    expect(drafts.stored.get('d1')?.draft.subject).toBe('mine')
  })
})

describe('sending', () => {
  test('settles what is typed, saves, runs, and ends with the receipt', async () => {
    const { verbs, drafts, open } = await composing()
    const receipt = receiptOf({ transcripts: ['t1'] })
    drafts.answerSend(async function* () {
      yield { kind: 'session', transcriptId: 't1' }
      yield { kind: 'stage', stage: 'data' }
      drafts.put(storedOf({ to: ['bob@example.org'] }, receipt, 101))
      yield { kind: 'receipt', receipt }
    })
    verbs.type('to', 'bob@example.org')
    await verbs.send('p1', null, 'Sending')
    expect(open()).toMatchObject({ run: { kind: 'done', receipt }, receipt, attempted: { stopAfter: null } })
    expect(drafts.stored.get('d1')?.draft.to).toEqual(['bob@example.org'])
  })

  test('leaves the draft as it was when the call fails', async () => {
    const { verbs, drafts, open } = await composing()
    verbs.edit({ subject: 'Hi' })
    drafts.failNext('send')
    await verbs.send('p1', null, 'Sending')
    expect([open().draft.subject, open().run.kind]).toEqual(['Hi', 'broken'])
  })

  test('stopped by hand reads from storage what is certain', async () => {
    const { verbs, drafts, open } = await composing()
    const receipt = receiptOf({ outcome: 'unknown' })
    drafts.answerSend(async function* () {
      yield { kind: 'stage', stage: 'data' }
      const { run } = open()
      if (run.kind === 'running') run.stop()
      drafts.put(storedOf({}, receipt, 0))
      throw new Error('aborted')
    })
    await verbs.send('p1', null, 'Sending')
    expect(open()).toMatchObject({ run: { kind: 'idle' }, receipt })
  })
})
