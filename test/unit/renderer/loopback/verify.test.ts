// Verifying a mail of the inbox, as the window goes through it.
import { expect, test } from 'vitest'
import type { Api } from '#shared/contract/index.ts'
import { createVerify, type Verification } from '../../../../renderer/loopback/verify/verify.ts'
import { taskStore } from '../../../../renderer/ui/tasks.ts'

type Told = { kind: 'begun'; id: string } | { kind: 'report'; report: { failure: unknown } }

/** A diagnosis that tells these events, and then waits to be stopped where it told no report. */
function verifying(...told: readonly Told[]) {
  const wishes: unknown[] = []
  const diagnose = {
    async run(wish: unknown, { signal }: { signal: AbortSignal }) {
      wishes.push(wish)
      return events(signal)
    },
  }
  async function* events(signal: AbortSignal) {
    yield* told
    if (told.at(-1)?.kind === 'report') return
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve))
    throw new Error('left')
  }
  // The calls that this store does not make are left out.
  const store = createVerify({ diagnose } as unknown as Pick<Api, 'diagnose'>)
  const seen: Verification[] = []
  store.subscribe(({ verification }) => seen.push(verification))
  store.getState().aim('m1')
  return { store, wishes, kinds: () => seen.map(({ kind }) => kind), verbs: store.getState() }
}

const begun = { kind: 'begun', id: 'd1' } as const

test('the mail alone is asked about, with the server as it was typed, and its report is shown', async () => {
  const report = { failure: null }
  const { store, wishes, verbs } = verifying(begun, { kind: 'report', report })
  verbs.type(' 192.0.2.7 ')
  await verbs.verify('Verifying')
  expect([wishes, store.getState().verification, taskStore.getState().tasks]).toEqual([
    [
      {
        target: '',
        profileId: null,
        level: 0,
        sender: { address: '192.0.2.7', mail: { kind: 'received', id: 'm1' } },
      },
    ],
    { kind: 'done', id: 'd1', report },
    [],
  ])
})

test('a mail of nobody fails, and the next try clears that', async () => {
  const failure = { kind: 'no-sender' }
  const { store, kinds, verbs } = verifying(begun, { kind: 'report', report: { failure } })
  await verbs.verify('Verifying')
  expect(store.getState().verification).toEqual({ kind: 'failed', failure })
  await verbs.verify('Verifying')
  expect(kinds().slice(-3)).toEqual(['failed', 'running', 'failed'])
})

test('Stop of the status bar ends it, and it can be asked again', async () => {
  const { store, verbs } = verifying(begun)
  const ended = verbs.verify('Verifying')
  const [task] = taskStore.getState().tasks
  task?.stop()
  await ended
  expect([task?.label, store.getState().verification, taskStore.getState().tasks]).toEqual([
    'Verifying',
    { kind: 'idle' },
    [],
  ])
})

test('another mail that is opened meanwhile begins with nothing known', async () => {
  const { store, verbs } = verifying(begun)
  verbs.type('192.0.2.7')
  const ended = verbs.verify('Verifying')
  verbs.aim('m2')
  await ended
  const { mailId, address, verification } = store.getState()
  expect([mailId, address, verification]).toEqual(['m2', '', { kind: 'idle' }])
})
