// A report as a file. A PDF is printed by the desktop app; in a browser by the browser's own print dialog.
import { exportReport, type ReportFormat, reportFormats as textFormats } from '#shared/report/export.ts'
import type { Report } from '#shared/values/report.ts'
import { language } from '../ui/language.ts'
import { saveFile } from '../ui/save-file.ts'

export const reportFormats = textFormats

type Saved = { readonly id: string; readonly report: Report }

export async function saveReport({ report }: Saved, format: ReportFormat): Promise<void> {
  const { name, type, text } = exportReport(report, format, language())
  await saveFile(name, text, type)
}
