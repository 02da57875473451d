// A report as the document of `heloise diagnose --json`: every text in one language.
import type { Failure } from '../values/failure.ts'
import type { PublishedRecord, RecordPart } from '../values/published-record.ts'
import type { Finding, Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { inLanguage } from './document.ts'

export const reportJson = (
  { target, role, startedAt, durationMs, connections, checks, summary, records, failure, ...more }: Report,
  language: Language,
) => ({
  target,
  role,
  startedAt,
  durationMs,
  connections,
  checks: checks.map((finding) => checkJson(finding, language)),
  summary,
  ...more,
  records: records.map((record) => recordJson(record, language)),
  failure: failure === null ? null : failureJson(failure),
})

function checkJson(finding: Finding, language: Language) {
  const { id, group, name, result, severity, endpoint, summary, advice, ...more } = inLanguage(finding, language)
  return { id, group, name, result, severity, endpoint, summary, advice, ...more }
}

type RecordJson = Omit<PublishedRecord, 'parts'> & { readonly parts: readonly PartJson[] }
type PartJson = Omit<RecordPart, 'meaning' | 'leadsTo'> & {
  readonly meaning: string
  readonly leadsTo: RecordJson | null
}

const recordJson = ({ parts, ...record }: PublishedRecord, language: Language): RecordJson => ({
  ...record,
  parts: parts.map(({ meaning, leadsTo, ...part }) => ({
    ...part,
    meaning: meaning[language],
    leadsTo: leadsTo === null ? null : recordJson(leadsTo, language),
  })),
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
