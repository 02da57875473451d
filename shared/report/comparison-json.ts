// Two reports compared, as a document for programs: every text in one language.
import type { Finding } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { type ComparedPair, comparisonOf, type KeptReport } from './comparison-document.ts'

export function comparisonJson(pair: ComparedPair, language: Language) {
  const { findings, unchanged, places } = comparisonOf(pair)
  const [earlier, later] = pair
  return {
    earlier: runJson(earlier),
    later: runJson(later),
    unchanged,
    findings: findings.flatMap(({ kind, before, after }) => {
      const finding = after ?? before
      if (finding === null) return []
      const { id, group, name, endpoint } = finding
      const sides = { before: sideJson(before, language), after: sideJson(after, language) }
      return [{ kind, id, group, name: name[language], endpoint, ...sides }]
    }),
    places: places.map(({ place, facts }) => ({
      place,
      facts: facts.map(({ name, before, after }) => ({
        name: name[language],
        before: before?.[language] ?? null,
        after: after?.[language] ?? null,
      })),
    })),
  }
}

const runJson = ({ past: { target, startedAt, level } }: KeptReport) => ({ target, startedAt, level })

const sideJson = (finding: Finding | null, language: Language) =>
  finding === null ? null : { result: finding.result, summary: finding.summary[language] }
