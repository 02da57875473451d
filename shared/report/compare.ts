// Two reports beside each other: what is new, gone, better or worse, and what is otherwise at each place.
import type { CheckResult, Finding, Report } from '../values/report.ts'
import type { Words } from '../values/settings.ts'
import { type Fact, type Facts, factsOf } from './facts.ts'
import { isBad } from './worst.ts'

/** The gravest first. */
export const changeKinds = ['new', 'worse', 'gone', 'better', 'reworded', 'asked-once'] as const
/**
 * `new`, `gone`: a problem or warning where the other report has nothing. `asked-once`: anything else that only one has.
 * `reworded`: the result is as good as before, but what was found is not the same.
 */
export type ChangeKind = (typeof changeKinds)[number]

export type FindingChange = {
  readonly kind: ChangeKind
  readonly before: Finding | null
  readonly after: Finding | null
}

export type FactChange = { readonly name: Words; readonly before: Words | null; readonly after: Words | null }
export type PlaceChange = { readonly place: string; readonly facts: readonly FactChange[] }

export type ReportComparison = {
  readonly findings: readonly FindingChange[]
  /** Findings that are the same in both. */
  readonly unchanged: number
  readonly places: readonly PlaceChange[]
}

type Compared = Pick<Report, 'checks' | 'endpoints' | 'offers' | 'scans' | 'records'>

/** `isSameLevel`: where one went further than the other, what it alone could ask is nothing new. */
export function compareReports(before: Compared, after: Compared, isSameLevel = true): ReportComparison {
  const [old, recent] = [askedOf(before), askedOf(after)]
  const unasked = isSameLevel ? new Set<string>() : new Set([...skippedIn(before), ...skippedIn(after)])
  const keys = [...new Set([...recent.keys(), ...old.keys()])]
  const findings = keys.flatMap((key) => changeOf(old.get(key) ?? null, recent.get(key) ?? null, unasked) ?? [])
  return {
    findings,
    unchanged: keys.length - findings.length,
    places: placeChanges(factsOf(before), factsOf(after)),
  }
}

/** What was not asked is no finding. */
const askedOf = ({ checks }: Compared): ReadonlyMap<string, Finding> =>
  new Map(
    checks
      .filter(({ result }) => result !== 'skipped')
      .map((finding) => [`${finding.id} ${finding.endpoint}`, finding] as const),
  )

const skippedIn = ({ checks }: Compared) => checks.filter(({ result }) => result === 'skipped').map(({ id }) => id)

type Side = Finding | null

function changeOf(before: Side, after: Side, unasked: ReadonlySet<string>): FindingChange | null {
  const kind = unasked.has((after ?? before)?.id ?? '') ? 'asked-once' : kindOf(before, after)
  return kind === null ? null : { kind, before, after }
}

function kindOf(before: Side, after: Side): ChangeKind | null {
  if (before === null) return after !== null && isBad(after) ? 'new' : 'asked-once'
  if (after === null) return isBad(before) ? 'gone' : 'asked-once'
  const difference = rank[after.result] - rank[before.result]
  if (difference !== 0) return difference > 0 ? 'worse' : 'better'
  return before.summary.en === after.summary.en ? null : 'reworded'
}

const rank: Readonly<Record<CheckResult, number>> = { pass: 0, info: 0, skipped: 0, indeterminate: 1, warn: 2, fail: 3 }

function placeChanges(before: Facts, after: Facts): PlaceChange[] {
  const places = [...new Set([...after.keys(), ...before.keys()])]
  return places
    .map((place) => ({ place, facts: factChanges(before.get(place) ?? [], after.get(place) ?? []) }))
    .filter(({ facts }) => facts.length > 0)
}

function factChanges(before: readonly Fact[], after: readonly Fact[]): FactChange[] {
  const [old, recent] = [byName(before), byName(after)]
  return [...new Map([...old, ...recent])].flatMap(([key, { name }]) => {
    const pair = { before: old.get(key)?.value ?? null, after: recent.get(key)?.value ?? null }
    return pair.before?.en === pair.after?.en ? [] : [{ name, ...pair }]
  })
}

const byName = (facts: readonly Fact[]): ReadonlyMap<string, Fact> => new Map(facts.map((one) => [one.name.en, one]))
