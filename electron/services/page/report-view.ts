// A report of the history as a page of its own, for printing: the same HTML that it is saved as.
import { createHash } from 'node:crypto'
import type { Api } from '#shared/contract/index.ts'
import { reportStyle, toHtml } from '#shared/report/html.ts'
import { languageSchema } from '#shared/values/settings.ts'

type Diagnoses = Pick<Api['diagnose'], 'past'>

/** The document for a report's id; null where it is gone, or nobody speaks the language. */
export async function reportView(diagnoses: Diagnoses, id: string, language: string): Promise<string | null> {
  const spoken = languageSchema.safeParse(language)
  const kept = await diagnoses.past({ id }).catch(() => null)
  return spoken.success && kept !== null ? toHtml(kept.report, spoken.data) : null
}

/** As a policy names a style that it allows. */
export const reportStyleHash = `'sha256-${createHash('sha256').update(reportStyle).digest('base64')}'`
