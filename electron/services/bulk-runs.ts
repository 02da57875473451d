// The sendings of many mails that run now: each is followed as a stream, and can be stopped so that its result is still told.
import { randomUUID } from 'node:crypto'
import type { BulkCounts, BulkEvent, BulkResult } from '#shared/values/bulk.ts'
import { createBell } from './bell.ts'
import { live } from './live.ts'

export type BulkTools = { readonly signal: AbortSignal; readonly onCounts: (counts: BulkCounts) => void }

export type BulkRuns = {
  /** Leaving the stream stops the sending, as {@link stop} does. */
  follow(
    outer: AbortSignal | undefined,
    run: (tools: BulkTools) => Promise<BulkResult>,
  ): AsyncGenerator<BulkEvent, void, void>
  /** One that is over is left alone. */
  stop(id: string): void
}

/** Milliseconds between two counts that a window is told: it could show no more, and mails are not to wait for it. */
const progressRest = 100

export function createBulkRuns(): BulkRuns {
  const running = new Map<string, AbortController>()

  async function* follow(outer: AbortSignal, run: (tools: BulkTools) => Promise<BulkResult>) {
    const id = randomUUID()
    const stop = new AbortController()
    const signal = AbortSignal.any([outer, stop.signal])
    const bell = createBell()
    const over = new AbortController()
    let latest: BulkCounts | null = null
    running.set(id, stop)
    const sending = run({
      signal,
      onCounts(counts) {
        latest = counts
        bell.ring()
      },
    }).finally(() => over.abort())
    // Awaited below; until then its end must not count as unheard.
    const end = sending.then(nothing, nothing)
    try {
      yield { kind: 'begun', id } satisfies BulkEvent
      while (await bell.wait(over.signal)) {
        if (latest !== null) yield { kind: 'progress', counts: latest } satisfies BulkEvent
        await pause(progressRest, over.signal)
      }
      yield { kind: 'result', result: await sending, wasStopped: stop.signal.aborted } satisfies BulkEvent
    } finally {
      stop.abort()
      await end
      running.delete(id)
    }
  }

  return {
    follow: (outer, run) => live(outer, (signal) => follow(signal, run)),
    stop: (id) => running.get(id)?.abort(),
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

const nothing = () => {}
