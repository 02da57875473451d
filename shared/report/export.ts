// A report, or two of them compared, as a file for others to read: Markdown, HTML or JSON. Findings carry no secrets, so none is left out.
import { assertNever } from '../assert-never.ts'
import { fileName } from '../file-name.ts'
import type { Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { type ComparedPair, comparisonDocument, comparisonTitle } from './comparison-document.ts'
import { comparisonJson } from './comparison-json.ts'
import { documentOf, type ReportDocument } from './document.ts'
import { htmlOf } from './html.ts'
import { reportJson } from './json.ts'
import { markdownOf } from './markdown.ts'
import { reportTitle } from './words.ts'

export const reportFormats = ['markdown', 'html', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export type ExportedReport = { readonly name: string; readonly type: string; readonly text: string }

export const exportReport = (report: Report, format: ReportFormat, language: Language): ExportedReport =>
  exported(format, language, {
    nameWith: (extension) => reportFileName(report, language, extension),
    document: () => documentOf(report, language),
    json: () => reportJson(report, language),
  })

export const exportComparison = (pair: ComparedPair, format: ReportFormat, language: Language): ExportedReport =>
  exported(format, language, {
    nameWith: (extension) => comparisonFileName(pair, language, extension),
    document: () => comparisonDocument(pair, language),
    json: () => comparisonJson(pair, language),
  })

export const reportFileName = (report: Report, language: Language, extension: string): string =>
  fileName(reportTitle(report, language), new Date(report.startedAt), extension)

export const comparisonFileName = (pair: ComparedPair, language: Language, extension: string): string =>
  fileName(comparisonTitle(pair, language), new Date(pair[1].past.startedAt), extension)

type Source = {
  readonly nameWith: (extension: string) => string
  readonly document: () => ReportDocument
  readonly json: () => unknown
}

function exported(format: ReportFormat, language: Language, { nameWith, document, json }: Source): ExportedReport {
  switch (format) {
    case 'markdown':
      return { name: nameWith('md'), type: 'text/markdown', text: markdownOf(document(), language) }
    case 'html':
      return { name: nameWith('html'), type: 'text/html', text: htmlOf(document(), language) }
    case 'json':
      return { name: nameWith('json'), type: 'application/json', text: `${JSON.stringify(json(), null, 2)}\n` }
    default:
      return assertNever(format)
  }
}
