// A report as a document in one language: what Markdown and HTML both write, in the order in which a person wants it.
import { explainFailure } from '../explain/failures.ts'
import { replyText } from '../explain/reply-text.ts'
import type { CheckResult, Finding, Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { detailsOf } from './details.ts'
import { type ReportTable, tableOf } from './table.ts'
import { reportTitle, reportWords, resultHeadings, runLine, stateWords } from './words.ts'
import { byWorst } from './worst.ts'

export type ReportDocument = {
  readonly title: string
  readonly line: string
  /** Why it ended early, in sentences; null where it did not. */
  readonly failure: string | null
  /** None where nothing was connected to. */
  readonly places: readonly ReportTable[]
  readonly sections: readonly ReportSection[]
  /** What stands behind the findings. */
  readonly details: readonly ReportTable[]
}

export type ReportSection = {
  readonly result: CheckResult
  readonly heading: string
  /** What is in order, or was not asked, is told by its name alone. */
  readonly isShort: boolean
  readonly findings: readonly ReportFinding[]
}

export type ReportFinding = {
  readonly id: string
  readonly name: string
  readonly endpoint: string
  readonly summary: string
  readonly advice: string | null
  readonly reference: string
}

export function documentOf(report: Report, language: Language): ReportDocument {
  const { map, host, address, port, state } = reportWords
  const head = [host, address, port, state].map((words) => words[language])
  const rows = report.endpoints.map((place) => [
    place.host,
    place.address,
    String(place.port),
    stateWords[place.state][language],
  ])
  return {
    title: reportTitle(report, language),
    line: runLine(report, language),
    failure: failureText(report, language),
    places: tableOf(map[language], head, rows),
    sections: sectionsOf(byWorst(report.checks), language),
    details: detailsOf(report, language),
  }
}

function failureText({ failure }: Report, language: Language): string | null {
  if (failure === null) return null
  const { title, happened, advice } = explainFailure(failure, language)
  const { reply } = failure
  // The words of the server as they are, whatever is thought of them.
  const said = reply === null ? [] : [replyText(reply)]
  return [`${title}:`, happened, ...said, advice].join(' ')
}

function sectionsOf(findings: readonly Finding[], language: Language): ReportSection[] {
  const results = [...new Set(findings.map(({ result }) => result))]
  return results.map((result) => ({
    result,
    heading: resultHeadings[result][language],
    isShort: result === 'pass' || result === 'skipped',
    findings: findings.filter((finding) => finding.result === result).map((finding) => inLanguage(finding, language)),
  }))
}

/** A finding with its texts in one language, and whatever else it has. */
export const inLanguage = <Given extends Finding>({ name, summary, advice, ...rest }: Given, language: Language) => ({
  ...rest,
  name: name[language],
  summary: summary[language],
  advice: advice?.[language] ?? null,
})
