// Two reports beside each other as a document in one language: the gravest changes first, then what each place does otherwise.
import type { PastDiagnosis } from '../values/diagnosis.ts'
import type { CheckResult, Finding, Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { type ChangeKind, changeKinds, compareReports, type FindingChange, type PlaceChange } from './compare.ts'
import type { ReportDocument, ReportFinding, ReportSection } from './document.ts'
import { type ReportTable, tableOf } from './table.ts'
import { changeHeadings, comparisonWords, resultNames, sameCount } from './words.ts'

export type KeptReport = {
  readonly past: Pick<PastDiagnosis, 'target' | 'startedAt' | 'level'>
  readonly report: Report
}
/** The older one first. */
export type ComparedPair = readonly [before: KeptReport, after: KeptReport]

export const comparisonOf = ([before, after]: ComparedPair) =>
  compareReports(before.report, after.report, before.past.level === after.past.level)

export function comparisonDocument(pair: ComparedPair, language: Language): ReportDocument {
  const { findings, unchanged, places } = comparisonOf(pair)
  return {
    title: comparisonTitle(pair, language),
    line: lineOf(pair, unchanged, language),
    failure: null,
    places: [],
    sections: changeKinds.flatMap((kind) => sectionOf(kind, findings, language)),
    details: places.flatMap((place) => placeTable(place, language)),
  }
}

export const comparisonTitle = ([before, after]: ComparedPair, language: Language): string => {
  const targets = [...new Set([before.past.target, after.past.target])]
  return `${comparisonWords.title[language]} ${targets.join(' → ')}`
}

function lineOf([before, after]: ComparedPair, unchanged: number, language: Language): string {
  const { level, otherLevel } = comparisonWords
  const run = ({ past }: KeptReport) => `${past.startedAt} (${level[language]} ${past.level})`
  const isSameLevel = before.past.level === after.past.level
  const note = isSameLevel ? [] : [otherLevel[language]]
  return [`${run(before)} → ${run(after)}`, sameCount(unchanged)[language], ...note].join(' · ')
}

function sectionOf(kind: ChangeKind, changes: readonly FindingChange[], language: Language): ReportSection[] {
  const ofKind = changes.filter((change) => change.kind === kind)
  if (ofKind.length === 0) return []
  const findings = ofKind.flatMap((change) => findingOf(change, language) ?? [])
  return [{ result: colours[kind], heading: changeHeadings[kind][language], isShort: kind === 'asked-once', findings }]
}

/** As a report marks findings. */
const colours: Readonly<Record<ChangeKind, CheckResult>> = {
  new: 'fail',
  worse: 'fail',
  gone: 'pass',
  better: 'pass',
  reworded: 'info',
  'asked-once': 'skipped',
}

function findingOf({ before, after }: FindingChange, language: Language): ReportFinding | null {
  const finding = after ?? before
  if (finding === null) return null
  const { id, name, endpoint, reference } = finding
  const told = (side: Finding | null, when: string) =>
    side === null ? [] : [`${when} (${resultNames[side.result][language]}): ${side.summary[language]}`]
  const { earlier, later } = comparisonWords
  return {
    id,
    name: name[language],
    endpoint,
    summary: [...told(before, earlier[language]), ...told(after, later[language])].join(' '),
    advice: after?.advice?.[language] ?? null,
    reference,
  }
}

function placeTable({ place, facts }: PlaceChange, language: Language): ReportTable[] {
  const { what, earlier, later } = comparisonWords
  const rows = facts.map(({ name, before, after }) => [
    name[language],
    before?.[language] ?? '–',
    after?.[language] ?? '–',
  ])
  return tableOf(place, [what[language], earlier[language], later[language]], rows)
}
