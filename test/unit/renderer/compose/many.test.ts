import { expect, test } from 'vitest'
import type { Api } from '#shared/contract/index.ts'
import type { BulkEvent, BulkPace, BulkResult } from '#shared/values/bulk.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { createMany, type ManyPlan, type ManySituation } from '../../../../renderer/compose/many.ts'
import { taskStore } from '../../../../renderer/ui/tasks.ts'
import { draftOf } from '../../../fakes/drafts.ts'

const envelope = { from: 'ana@example.com', to: ['beto@example.com'] }
const pace: BulkPace = {
  count: 4,
  connections: 1,
  window: 1,
  mailsPerConnection: null,
  rate: null,
  keepsOrder: false,
}
const counts = { sent: 2, refused: 0, unknown: 0, failed: 0 }
const result: BulkResult = { ...counts, failed: 2, seconds: 1, messagesPerSecond: 2, connections: 1, failure: null }

// Of a profile the store asks no more than its id and its route.
const planFor = (route: 'relay' | 'mx'): ManyPlan => ({
  draft: draftOf(),
  profile: { id: 'p1', route } as ProfileState,
})

type Stream = (calls: string[]) => AsyncIterable<BulkEvent>

function sending(stream: Stream, part: { source?: () => Promise<unknown>; stopMany?: () => Promise<void> } = {}) {
  const calls: string[] = []
  const drafts = {
    source: async () => ({ envelope }),
    async sendMany(_: unknown, { signal }: { signal: AbortSignal }) {
      signal.addEventListener('abort', () => calls.push('aborted'))
      return stream(calls)
    },
    async stopMany({ id }: { id: string }) {
      calls.push(`stop ${id}`)
    },
    ...part,
  }
  // The calls that this store does not make are left out.
  const store = createMany({ drafts } as unknown as Pick<Api, 'drafts'>)
  const seen: ManySituation[] = []
  store.subscribe(({ situation }) => seen.push(situation))
  return { store, calls, seen, verbs: store.getState() }
}

const stopOf = (situation: ManySituation): void => {
  if (situation.kind !== 'running') throw new Error(`not running: ${situation.kind}`)
  situation.stop()
}

test('it asks with those who would get the copies, tells the counts, and ends with the result', async () => {
  const { store, seen, verbs } = sending(async function* () {
    yield { kind: 'begun', id: 'm1' }
    yield { kind: 'progress', counts }
    yield { kind: 'result', result, wasStopped: false }
  })
  const plan = planFor('relay')
  await verbs.open(plan)
  expect(store.getState().situation).toEqual({ kind: 'asking', plan, envelope })
  await verbs.send(pace, 'Sending')
  expect(seen.at(-2)).toMatchObject({ kind: 'running', count: 4, counts, isStopping: false })
  expect(store.getState().situation).toEqual({ kind: 'done', plan, count: 4, result, wasStopped: false })
  expect(taskStore.getState().tasks).toEqual([])
})

test('without a relay it says so, and sends nothing', async () => {
  const { store, verbs } = sending(async function* () {})
  const plan = planFor('mx')
  await verbs.open(plan)
  await verbs.send(pace, 'Sending')
  expect(store.getState().situation).toEqual({ kind: 'no-relay', plan })
})

test('a mail that cannot be composed is told before anything is asked', async () => {
  const error = new Error('no recipients')
  const { store, verbs } = sending(async function* () {}, { source: () => Promise.reject(error) })
  await verbs.open(planFor('relay'))
  expect(store.getState().situation).toMatchObject({ kind: 'broken', error, counts: null })
})

test('Stop asks by the id and waits for the result, also when it came before the id', async () => {
  const { store, calls, verbs } = sending(async function* (calls) {
    stopOf(store.getState().situation)
    expect(calls).toEqual([])
    yield { kind: 'begun', id: 'm1' }
    expect([calls, store.getState().situation]).toMatchObject([['stop m1'], { isStopping: true }])
    yield { kind: 'result', result, wasStopped: true }
  })
  await verbs.open(planFor('relay'))
  await verbs.send(pace, 'Sending')
  expect([calls, store.getState().situation]).toMatchObject([['stop m1'], { kind: 'done', wasStopped: true }])
})

test('the Stop of the status bar is the same, and where it cannot be asked the call is ended', async () => {
  const { store, calls, verbs } = sending(
    async function* (calls) {
      yield { kind: 'begun', id: 'm1' }
      yield { kind: 'progress', counts }
      taskStore.getState().tasks[0]?.stop()
      await new Promise((resolve) => setImmediate(resolve))
      if (calls.includes('aborted')) throw new Error('aborted')
    },
    { stopMany: () => Promise.reject(new Error('the channel is lost')) },
  )
  await verbs.open(planFor('relay'))
  await verbs.send(pace, 'Sending')
  expect([calls, store.getState().situation]).toMatchObject([['aborted'], { kind: 'broken', counts }])
})

test('what runs is neither closed nor replaced', async () => {
  const { store, verbs } = sending(async function* () {
    yield { kind: 'begun', id: 'm1' }
    verbs.close()
    await verbs.open(planFor('mx'))
    expect(store.getState().situation.kind).toBe('running')
    yield { kind: 'result', result, wasStopped: false }
  })
  await verbs.open(planFor('relay'))
  await verbs.send(pace, 'Sending')
  expect(store.getState().situation.kind).toBe('done')
  verbs.close()
  expect(store.getState().situation.kind).toBe('closed')
})
