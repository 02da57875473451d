import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { createBell } from '../../../../electron/engine/net/bell.ts'

const long = 60_000

it('wakes everybody who waits', async () => {
  const bell = createBell()
  const waiting = [bell.wait(long), bell.wait(new AbortController().signal)]
  bell.ring()
  expect(await Promise.all(waiting)).toEqual([true, true])
})

it('keeps one ring that nobody heard', async () => {
  const bell = createBell()
  bell.ring()
  bell.ring()
  expect([await bell.wait(long), await bell.wait(0)]).toEqual([true, false])
})

it('keeps none that somebody heard', async () => {
  const bell = createBell()
  const waiting = bell.wait(long)
  bell.ring()
  expect([await waiting, await bell.wait(0)]).toEqual([true, false])
})

it('waits no longer than it is told, however that is told', async () => {
  const bell = createBell()
  const stop = new AbortController()
  const waiting = bell.wait(stop.signal)
  stop.abort()
  expect([await waiting, await bell.wait(stop.signal), await bell.wait(-1)]).toEqual([false, false, false])
})

it('leaves nothing with a signal that lasts', async () => {
  const bell = createBell()
  const { signal } = new AbortController()
  const waiting = bell.wait(signal)
  bell.ring()
  await waiting
  expect(getEventListeners(signal, 'abort')).toEqual([])
})
