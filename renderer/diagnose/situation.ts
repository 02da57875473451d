// What a diagnosis is at, and what is known of it so far; and what each of its events changes in that.
import { assertNever } from '#shared/assert-never.ts'
import type { FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import type { Cost, PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'

export type Step = { readonly label: Words; readonly done: number; readonly total: number }

export type Situation =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      /** Null until it is told. */
      readonly id: string | null
      readonly step: Step | null
      /** At most. */
      readonly cost: Cost
      /** The groups of checks that are to come, in their order. */
      readonly due: readonly string[]
      readonly isStopping: boolean
    }
  /** `past` is set of one that was opened from the history. */
  | { readonly kind: 'done'; readonly id: string; readonly report: Report; readonly past: PastDiagnosis | null }
  /** Nobody waited for its report, which is in the history; what was seen until then stays. */
  | { readonly kind: 'left' }
  | { readonly kind: 'broken'; readonly failure: Failure }

/** What is known so far; of one that is done, its report. */
export type Seen = Pick<Report, 'target' | 'checks' | 'offers' | 'endpoints' | 'scans' | 'records'>

export const nothing: Seen = { target: '', checks: [], offers: [], endpoints: [], scans: [], records: [] }

export const begun: Situation = {
  kind: 'running',
  id: null,
  step: null,
  cost: { connections: 0, waitSeconds: 0 },
  due: [],
  isStopping: false,
}

export type Shown = { readonly situation: Situation; readonly seen: Seen }

export const taken = <State extends Shown>(now: State, event: FollowedDiagnosis): State => ({
  ...now,
  ...take(now, event),
})

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
    case 'due': {
      const { groups, connections, waitSeconds } = event
      return { situation: { ...situation, due: groups, cost: { connections, waitSeconds } } }
    }
    // A part of what was told already.
    case 'plan':
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
