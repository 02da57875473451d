// Verifying a mail of the inbox: a diagnosis of it alone, that asks the DNS whether the mail is believed.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Report } from '#shared/values/report.ts'
import { failureOf } from '../../ui/problem.ts'
import { beginTask } from '../../ui/tasks.ts'

export type Verification =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  /** `id`: of the report, as it is kept. */
  | { readonly kind: 'done'; readonly id: string; readonly report: Report }
  | { readonly kind: 'failed'; readonly failure: Failure }

export type Verify = {
  /** The mail that all of this is about; empty for none yet. */
  mailId: string
  /** Of the server that sends it, as typed; SPF is asked only with one. */
  address: string
  verification: Verification
  /** What is known of another mail is forgotten. */
  aim(mailId: string): void
  type(address: string): void
  verify(label: string): Promise<void>
  stop(): void
}

export function createVerify({ diagnose }: Pick<Api, 'diagnose'>) {
  return createStore<Verify>()((set, get) => {
    let abort = new AbortController()
    return {
      mailId: '',
      address: '',
      verification: { kind: 'idle' },
      aim(mailId) {
        if (mailId === get().mailId) return
        get().stop()
        set({ mailId, address: '', verification: { kind: 'idle' } })
      },
      type: (address) => set({ address }),
      async verify(label) {
        get().stop()
        const own = new AbortController()
        abort = own
        const endTask = beginTask(label, () => own.abort())
        set({ verification: { kind: 'running' } })
        const verification = await verified(diagnose, get(), own.signal)
        endTask()
        // Another mail, or another try, is looked at by now.
        if (abort === own) set({ verification: own.signal.aborted ? { kind: 'idle' } : verification })
      },
      stop: () => abort.abort(),
    }
  })
}

async function verified(
  diagnose: Api['diagnose'],
  { mailId, address }: Pick<Verify, 'mailId' | 'address'>,
  signal: AbortSignal,
): Promise<Verification> {
  try {
    const events = await diagnose.run(
      {
        target: '',
        profileId: null,
        level: 0,
        sender: { address: address.trim() || null, mail: { kind: 'received', id: mailId } },
      },
      { signal },
    )
    let id = ''
    for await (const event of events) {
      if (event.kind === 'begun') id = event.id
      if (event.kind === 'report') return outcomeOf(id, event.report)
    }
    return { kind: 'idle' }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) }
  }
}

const outcomeOf = (id: string, report: Report): Verification =>
  report.failure === null ? { kind: 'done', id, report } : { kind: 'failed', failure: report.failure }
