import { expect, test } from 'vitest'
import type { SessionEvent } from '#shared/contract/profiles.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { runSession, type SessionRun } from '../../../../renderer/ui/session-run.ts'
import { taskStore } from '../../../../renderer/ui/tasks.ts'

const receipt: Receipt = {
  outcome: 'checked',
  messageId: null,
  server: null,
  capabilities: [],
  auth: null,
  recipients: [],
  failure: null,
  timings: {},
  bytes: 0,
  transcripts: ['t1'],
}

async function* told(...events: SessionEvent[]) {
  yield* events
}

test('each event changes the run, and the receipt ends it', async () => {
  const runs: SessionRun[] = []
  const events = told(
    { kind: 'session', transcriptId: 't1' },
    { kind: 'stage', stage: 'tls' },
    { kind: 'progress', sent: 5, total: 10 },
    { kind: 'receipt', receipt },
  )
  await runSession(
    'sending',
    async () => events,
    (run) => runs.push(run),
  )
  expect(runs.map(({ kind }) => kind)).toEqual(['running', 'running', 'running', 'running', 'done'])
  expect(runs[3]).toMatchObject({ transcriptId: 't1', stage: 'tls', sent: 5, total: 10 })
  expect(taskStore.getState().tasks).toEqual([])
})

test('stop ends the stream and leaves nothing running', async () => {
  const runs: SessionRun[] = []
  const untilStopped = (signal: AbortSignal) =>
    new Promise<AsyncIterable<SessionEvent>>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    )
  const run = runSession('sending', untilStopped, (now) => runs.push(now))
  taskStore.getState().tasks[0]?.stop()
  await run
  expect(runs.at(-1)).toEqual({ kind: 'idle' })
  expect(taskStore.getState().tasks).toEqual([])
})

test('a call that fails is told, not thrown', async () => {
  const runs: SessionRun[] = []
  const error = new Error('gone')
  await runSession(
    'sending',
    () => Promise.reject(error),
    (now) => runs.push(now),
  )
  expect(runs.at(-1)).toEqual({ kind: 'broken', error })
})
