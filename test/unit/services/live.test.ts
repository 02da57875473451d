import { expect, it } from 'vitest'
import { createChanges } from '../../../electron/services/changes.ts'
import { live, silence, untilAborted } from '../../../electron/services/live.ts'

const done = { done: true, value: undefined }

it('ends at once when the reader leaves while it waits', async () => {
  const values = live(undefined, (signal) => untilAborted(silence, signal))
  const waiting = values.next()
  await values.return()
  expect(await waiting).toEqual(done)
})

it('ends at once when the call is aborted', async () => {
  const abort = new AbortController()
  const values = live(abort.signal, (signal) => untilAborted(silence, signal))
  const waiting = values.next()
  abort.abort()
  expect(await waiting).toEqual(done)
})

it('tells trouble as an error of the contract', async () => {
  const values = live(undefined, async function* () {
    yield 1
    throw new TypeError('the path /home/ana/secret cannot be read')
  })
  await values.next()
  await expect(values.next()).rejects.toMatchObject({
    code: 'PROBLEM',
    data: { kind: 'internal', message: expect.not.stringContaining('/home') },
  })
})

it('tells changes to all who watch, many of a kind as one', async () => {
  const changes = createChanges()
  const abort = new AbortController()
  const [one, other] = [changes.watch(abort.signal), changes.watch(abort.signal)]
  const first = [one.next(), other.next()]
  for (const change of ['inbox', 'drafts', 'inbox'] as const) changes.publish(change)
  expect(await Promise.all(first)).toEqual([
    { done: false, value: 'inbox' },
    { done: false, value: 'inbox' },
  ])
  const second = [one.next(), one.next()]
  abort.abort()
  expect(await Promise.all(second)).toEqual([{ done: false, value: 'drafts' }, done])
})
