// A diagnosis: what is found as it is found, and the report at its end.
import { createStore } from 'zustand/vanilla'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Finding, Offers, Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'
import { beginTask } from '../ui/tasks.ts'

export type Level = 0 | 1 | 2 | 3

export type Step = { readonly label: Words; readonly done: number; readonly total: number }

export type Situation =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly step: Step | null
      /** At most, as far as it is known. */
      readonly connections: number
      readonly stop: () => void
    }
  /** The report is null when the person stopped before there was one. */
  | { readonly kind: 'done'; readonly report: Report | null }
  | { readonly kind: 'broken'; readonly failure: Failure }

type DiagnoseStore = {
  target: string
  profileId: string | null
  level: Level
  /** The person says that this one server is theirs; another target has to be said again. */
  isOwn: boolean
  situation: Situation
  findings: readonly Finding[]
  offers: readonly Offers[]
  aim(what: { target: string; profileId: string | null }): void
  go(level: Level): void
  own(isOwn: boolean): void
  run(label: string): Promise<void>
}

export const diagnoseStore = createStore<DiagnoseStore>()((set, get) => ({
  target: '',
  profileId: null,
  level: 1,
  isOwn: false,
  situation: { kind: 'idle' },
  findings: [],
  offers: [],
  aim: (what) => set({ ...what, isOwn: false }),
  go: (level) => set({ level }),
  own: (isOwn) => set({ isOwn }),
  async run(label) {
    const { target, profileId, level, isOwn, situation } = get()
    if (situation.kind === 'running') return
    const abort = new AbortController()
    const stop = () => abort.abort()
    const endTask = beginTask(label, stop)
    set({ situation: { kind: 'running', step: null, connections: 0, stop }, findings: [], offers: [] })
    try {
      const asked = { target: target.trim(), profileId, level, isOwn }
      const events = await api.diagnose.run(asked, { signal: abort.signal })
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
    // One plan for the polite sessions, another for the probes that they call for.
    case 'plan': {
      if (now.situation.kind !== 'running') return {}
      return { situation: { ...now.situation, connections: now.situation.connections + event.connections } }
    }
    case 'session':
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
