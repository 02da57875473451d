// A report as the document of `heloise diagnose --json`: every text in one language.
import type { Failure } from '../values/failure.ts'
import type { Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { inLanguage } from './document.ts'

export const reportJson = ({ checks, failure, ...report }: Report, language: Language) => ({
  ...report,
  checks: checks.map((finding) => inLanguage(finding, language)),
  failure: failure === null ? null : failureJson(failure),
})

/** A failure as `--json` has promised it: what the window's explanations need beyond that is left out. */
export const failureJson = ({ kind, stage, message, reply, fault, advice }: Failure) => ({
  kind,
  stage,
  message,
  reply,
  fault,
  advice,
})
