// A report of the history, or what changed between two, as a page of its own, for printing: the same HTML that it is saved as.
import { createHash } from 'node:crypto'
import type { Api } from '#shared/contract/index.ts'
import { comparisonDocument } from '#shared/report/comparison-document.ts'
import { htmlOf, reportStyle, toHtml } from '#shared/report/html.ts'
import { languageSchema } from '#shared/values/settings.ts'

type Diagnoses = Pick<Api['diagnose'], 'past'>

/** The document for the id of a report, or for two that are compared; null where one is gone, or nobody speaks the language. */
export async function reportView(
  diagnoses: Diagnoses,
  ids: readonly string[],
  language: string,
): Promise<string | null> {
  const spoken = languageSchema.safeParse(language)
  const kept = await Promise.all(ids.map((id) => diagnoses.past({ id }))).catch(() => [])
  const [first, later] = kept
  if (!spoken.success || first === undefined) return null
  return later === undefined
    ? toHtml(first.report, spoken.data)
    : htmlOf(comparisonDocument([first, later], spoken.data), spoken.data)
}

/** As a policy names a style that it allows. */
export const reportStyleHash = `'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'`
