// A report as a file for others to read: Markdown, HTML or JSON. Findings carry no secrets, so none is left out.
import { assertNever } from '../assert-never.ts'
import type { Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { toHtml } from './html.ts'
import { reportJson } from './json.ts'
import { toMarkdown } from './markdown.ts'
import { reportWords } from './words.ts'

export const reportFormats = ['markdown', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export type ExportedReport = { readonly name: string; readonly type: string; readonly text: string }

export function exportReport(report: Report, format: ReportFormat, language: Language): ExportedReport {
  const named = (extension: string, type: string, text: string) => ({
    name: fileName(report, language, extension),
    type,
    text,
  })
  switch (format) {
    case 'markdown':
      return named('md', 'text/markdown', toMarkdown(report, language))
    case 'html':
      return named('html', 'text/html', toHtml(report, language))
    case 'json':
      return named('json', 'application/json', `${JSON.stringify(reportJson(report, language), null, 2)}\n`)
    default:
      return assertNever(format)
  }
}

/** The target and the time as any file system takes them. */
export function fileName({ target, startedAt }: Report, language: Language, extension: string): string {
  const time = startedAt.slice(0, 19).replace('T', ' ').replaceAll(':', '.')
  const name = `${reportWords.title[language]} ${target}`.replace(/[^\p{L}\p{N}._@-]+/gu, ' ').trim()
  return `${name} ${time}.${extension}`
}
