// A diagnosis: what is found as it is found, and the report at its end; or one of the history, as it was.
import { createStore } from 'zustand/vanilla'
import { assertNever } from '#shared/assert-never.ts'
import type { FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import type { Cost, PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { api } from '../channel/api.ts'
import { failureOf } from '../ui/problem.ts'
import { beginTask } from '../ui/tasks.ts'
import { askStore, wishOf } from './ask/store.ts'
import { inBatches } from './in-batches.ts'
import { viewStore } from './view-store.ts'

export type Step = { readonly label: Words; readonly done: number; readonly total: number }

export type Situation =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      /** Null until it is told. */
      readonly id: string | null
      readonly step: Step | null
      /** At most, as far as it is known. */
      readonly cost: Cost
      readonly isStopping: boolean
    }
  /** `past` is set of one that was opened from the history. */
  | { readonly kind: 'done'; readonly id: string; readonly report: Report; readonly past: PastDiagnosis | null }
  | { readonly kind: 'broken'; readonly failure: Failure }

/** What is known so far; of one that is done, its report. */
export type Seen = Pick<Report, 'target' | 'checks' | 'offers' | 'endpoints' | 'scans' | 'records'>

type DiagnoseStore = {
  situation: Situation
  seen: Seen
  /** `target` stands for what is diagnosed until the report names it. */
  run(label: string, target: string): Promise<void>
  /** Asks for the report of what was found until now; asked again, it waits no longer. */
  stop(): void
  open(id: string): Promise<void>
  leave(): void
}

const nothing: Seen = { target: '', checks: [], offers: [], endpoints: [], scans: [], records: [] }

export const diagnoseStore = createStore<DiagnoseStore>()((set, get) => {
  let abort = new AbortController()
  const batches = inBatches<FollowedDiagnosis>((events) => set((now) => events.reduce(taken, now)))
  return {
    situation: { kind: 'idle' },
    seen: nothing,
    async run(label, target) {
      if (get().situation.kind === 'running') return
      abort = new AbortController()
      const endTask = beginTask(label, get().stop)
      viewStore.getState().show('report')
      set({ situation: begun, seen: { ...nothing, target } })
      try {
        const events = await api.diagnose.run(wishOf(askStore.getState()), { signal: abort.signal })
        for await (const event of events) batches.add(event)
      } catch (error) {
        batches.flush()
        set({ situation: abort.signal.aborted ? { kind: 'idle' } : { kind: 'broken', failure: failureOf(error) } })
      } finally {
        batches.flush()
        endTask()
        if (get().situation.kind === 'running') set({ situation: { kind: 'idle' } })
      }
    },
    stop() {
      const { situation } = get()
      if (situation.kind !== 'running') return
      if (situation.id === null || situation.isStopping) return abort.abort()
      set({ situation: { ...situation, isStopping: true } })
      api.diagnose.stop({ id: situation.id }).catch(() => abort.abort())
    },
    async open(id) {
      if (get().situation.kind === 'running') return
      try {
        const { past, report } = await api.diagnose.past({ id })
        set({ situation: { kind: 'done', id, report, past }, seen: report })
      } catch (error) {
        set({ situation: { kind: 'broken', failure: failureOf(error) }, seen: nothing })
      }
    },
    leave: () => set({ situation: { kind: 'idle' }, seen: nothing }),
  }
})

const begun: Situation = {
  kind: 'running',
  id: null,
  step: null,
  cost: { connections: 0, waitSeconds: 0 },
  isStopping: false,
}

const together = (one: Cost, other: Cost): Cost => ({
  connections: one.connections + other.connections,
  waitSeconds: one.waitSeconds + other.waitSeconds,
})

type Shown = Pick<DiagnoseStore, 'situation' | 'seen'>

const taken = <State extends Shown>(now: State, event: FollowedDiagnosis): State => ({ ...now, ...take(now, event) })

/** What was left already takes nothing more. */
function take({ situation, seen }: Shown, event: FollowedDiagnosis): Partial<Shown> {
  if (situation.kind !== 'running') return {}
  switch (event.kind) {
    case 'begun':
      return { situation: { ...situation, id: event.id } }
    case 'step': {
      const { label, done, total } = event
      return { situation: { ...situation, step: { label, done, total } } }
    }
    // One plan for the polite sessions, another for the probes that they call for.
    case 'plan':
      return { situation: { ...situation, cost: together(situation.cost, event) } }
    case 'session':
      return {}
    case 'records':
      return { seen: { ...seen, records: event.records } }
    case 'endpoint':
      return { seen: { ...seen, endpoints: [...seen.endpoints, event.endpoint] } }
    case 'finding':
      return { seen: { ...seen, checks: [...seen.checks, event.finding] } }
    case 'offers': {
      const others = seen.offers.filter(({ endpoint }) => endpoint !== event.offers.endpoint)
      return { seen: { ...seen, offers: [...others, event.offers] } }
    }
    case 'scan':
      return { seen: { ...seen, scans: [...seen.scans, event.scan] } }
    case 'report':
      return {
        situation: { kind: 'done', id: situation.id ?? '', report: event.report, past: null },
        seen: event.report,
      }
    default:
      return assertNever(event)
  }
}
