// A diagnosis: what is found as it is found, and the report at its end.
import { createStore } from 'zustand/vanilla'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Finding, Offers, Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'
import { beginTask } from '../ui/tasks.ts'

export type Step = { readonly label: Words; readonly done: number; readonly total: number }

export type Situation =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly step: Step | null; readonly stop: () => void }
  /** The report is null when the person stopped before there was one. */
  | { readonly kind: 'done'; readonly report: Report | null }
  | { readonly kind: 'broken'; readonly failure: Failure }

type DiagnoseStore = {
  target: string
  profileId: string | null
  situation: Situation
  findings: readonly Finding[]
  offers: readonly Offers[]
  aim(what: { target?: string; profileId?: string | null }): void
  run(label: string): Promise<void>
}

export const diagnoseStore = createStore<DiagnoseStore>()((set, get) => ({
  target: '',
  profileId: null,
  situation: { kind: 'idle' },
  findings: [],
  offers: [],
  aim: (what) => set(what),
  async run(label) {
    const { target, profileId, situation } = get()
    if (situation.kind === 'running') return
    const abort = new AbortController()
    const stop = () => abort.abort()
    const endTask = beginTask(label, stop)
    set({ situation: { kind: 'running', step: null, stop }, findings: [], offers: [] })
    try {
      const events = await api.diagnose.run({ target: target.trim(), profileId }, { signal: abort.signal })
      for await (const event of events) set((now) => take(now, event))
    } catch (error) {
      if (!abort.signal.aborted) set({ situation: { kind: 'broken', failure: failureOf(error) } })
    } finally {
      endTask()
      if (get().situation.kind === 'running') set({ situation: { kind: 'done', report: null } })
    }
  },
}))

function take(now: DiagnoseStore, event: DiagnoseEvent): Partial<DiagnoseStore> {
  switch (event.kind) {
    case 'step': {
      const { label, done, total } = event
      return now.situation.kind === 'running' ? { situation: { ...now.situation, step: { label, done, total } } } : {}
    }
    case 'session':
    case 'plan':
      return {}
    case 'finding':
      return { findings: [...now.findings, event.finding] }
    case 'offers':
      return { offers: [...now.offers, event.offers] }
    case 'report':
      return {
        situation: { kind: 'done', report: event.report },
        findings: event.report.checks,
        offers: event.report.offers,
      }
  }
}
