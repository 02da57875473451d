// The report as `heloise diagnose --json` has promised it: texts in one language.
import type { Finding, Report } from '#shared/values/report.ts'
import type { Language } from '#shared/values/settings.ts'
import { failureJson } from '../failure-json.ts'

export const reportJson = ({ checks, failure, ...report }: Report, language: Language) => ({
  ...report,
  checks: checks.map((finding) => findingJson(finding, language)),
  failure: failure === null ? null : failureJson(failure),
})

const findingJson = ({ name, summary, advice, ...finding }: Finding, language: Language) => ({
  ...finding,
  name: name[language],
  summary: summary[language],
  advice: advice?.[language] ?? null,
})
