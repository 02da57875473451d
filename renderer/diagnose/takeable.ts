// A report, and two of them compared, as what can be taken away.
import { comparisonFileName, exportComparison, exportReport, reportFileName } from '#shared/report/export.ts'
import type { Report } from '#shared/values/report.ts'
import { language } from '../ui/language.ts'
import type { Kept } from './history/store.ts'
import type { Takeable } from './save-report.ts'

export const takeableReport = (id: string, report: Report): Takeable => ({
  id,
  laterId: null,
  exported: (format) => exportReport(report, format, language()),
  nameWith: (extension) => reportFileName(report, language(), extension),
})

export const takeableComparison = (pair: readonly [before: Kept, after: Kept]): Takeable => ({
  id: pair[0].past.id,
  laterId: pair[1].past.id,
  exported: (format) => exportComparison(pair, format, language()),
  nameWith: (extension) => comparisonFileName(pair, language(), extension),
})
