// Sending copies of the open mail: where they would go, how far it is, what became of them. Nothing of it is kept.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { BulkCounts, BulkPace, BulkResult } from '#shared/values/bulk.ts'
import type { Draft, Envelope } from '#shared/values/draft.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import { beginTask } from '../ui/tasks.ts'
import { firstForm, type ManyForm, noCounts } from './many-form.ts'

/** `draft`: as it goes out. */
export type ManyPlan = { readonly draft: Draft; readonly profile: ProfileState }

export type ManySituation =
  | { readonly kind: 'closed' }
  /** The profile has no relay, and without one there is nothing to keep open. */
  | { readonly kind: 'no-relay'; readonly plan: ManyPlan }
  | { readonly kind: 'looking'; readonly plan: ManyPlan }
  /** `envelope`: who gets each copy. */
  | { readonly kind: 'asking'; readonly plan: ManyPlan; readonly envelope: Envelope }
  | {
      readonly kind: 'running'
      readonly plan: ManyPlan
      readonly count: number
      readonly counts: BulkCounts
      readonly isStopping: boolean
      readonly stop: () => void
    }
  | {
      readonly kind: 'done'
      readonly plan: ManyPlan
      readonly count: number
      readonly result: BulkResult
      readonly wasStopped: boolean
    }
  /** A call failed; `counts`: what was known until then, null when nothing was begun. */
  | { readonly kind: 'broken'; readonly plan: ManyPlan; readonly error: unknown; readonly counts: BulkCounts | null }

export type Many = {
  situation: ManySituation
  /** As it was last typed. */
  form: ManyForm
  /** Finds out who would get the copies, and shows it. */
  open(plan: ManyPlan): Promise<void>
  change(part: Partial<ManyForm>): void
  /** Resolves when all is over. */
  send(pace: BulkPace, label: string): Promise<void>
  /** What runs must be stopped first. */
  close(): void
}

export function createMany({ drafts }: Pick<Api, 'drafts'>) {
  return createStore<Many>()((set, get) => {
    const show = (situation: ManySituation) => set({ situation })
    const isAbout = (plan: ManyPlan) => {
      const { situation } = get()
      return situation.kind !== 'closed' && situation.plan === plan
    }

    return {
      situation: { kind: 'closed' },
      form: firstForm,
      change: (part) => set(({ form }) => ({ form: { ...form, ...part } })),
      async open(plan) {
        if (get().situation.kind === 'running') return
        if (plan.profile.route !== 'relay') return show({ kind: 'no-relay', plan })
        show({ kind: 'looking', plan })
        try {
          const { envelope } = await drafts.source(plan.draft)
          if (isAbout(plan)) show({ kind: 'asking', plan, envelope })
        } catch (error) {
          if (isAbout(plan)) show({ kind: 'broken', plan, error, counts: null })
        }
      },
      async send(pace, label) {
        const { situation } = get()
        if (situation.kind !== 'asking') return
        const { plan } = situation
        const { count } = pace
        const abort = new AbortController()
        let id: string | null = null
        let wantsStop = false
        let counts: BulkCounts | null = null
        // The end of the call would be the end of its result: it is left alone unless it cannot be asked.
        const askToStop = (id: string) => void drafts.stopMany({ id }).catch(() => abort.abort())
        const stop = () => {
          wantsStop = true
          if (id !== null) askToStop(id)
          tell()
        }
        const tell = () =>
          show({ kind: 'running', plan, count, counts: counts ?? noCounts, isStopping: wantsStop, stop })
        const endTask = beginTask(label, stop)
        try {
          tell()
          const order = { draft: plan.draft, profileId: plan.profile.id, pace }
          for await (const event of await drafts.sendMany(order, { signal: abort.signal })) {
            if (event.kind === 'result') {
              const { result, wasStopped } = event
              show({ kind: 'done', plan, count, result, wasStopped })
            } else {
              if (event.kind === 'progress') counts = event.counts
              else {
                id = event.id
                if (wantsStop) askToStop(id)
              }
              tell()
            }
          }
        } catch (error) {
          show({ kind: 'broken', plan, error, counts })
        } finally {
          endTask()
        }
      },
      close() {
        if (get().situation.kind !== 'running') show({ kind: 'closed' })
      },
    }
  })
}
