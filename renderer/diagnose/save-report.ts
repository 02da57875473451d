// A report as a file. A PDF is printed by the desktop app, and in a browser by the browser's own print dialog.
import { notifications } from '@mantine/notifications'
import type { AppInfo } from '#shared/contract/app.ts'
import { explainFailure } from '#shared/explain/failures.ts'
import { exportReport, fileName, reportFormats } from '#shared/report/export.ts'
import type { Report } from '#shared/values/report.ts'
import { api } from '../channel/api.ts'
import { language } from '../ui/language.ts'
import { failureOf } from '../ui/problem.ts'
import { saveFile } from '../ui/save-file.ts'

export const savedFormats = [...reportFormats, 'pdf'] as const
export type SavedFormat = (typeof savedFormats)[number]

type Saved = { readonly id: string; readonly report: Report }

/** What stood in the way is told. */
export async function saveReport(saved: Saved, format: SavedFormat, door: AppInfo['door']): Promise<void> {
  try {
    await save(saved, format, door)
  } catch (error) {
    const { title, advice } = explainFailure(failureOf(error), language())
    notifications.show({ color: 'red', title, message: advice })
  }
}

async function save(saved: Saved, format: SavedFormat, door: AppInfo['door']): Promise<void> {
  if (format !== 'pdf') {
    const { name, type, text } = exportReport(saved.report, format, language())
    return saveFile(name, text, type)
  }
  if (door === 'browser') return print(saved)
  const bytes = await api.diagnose.pdf({ id: saved.id, language: language() })
  await saveFile(fileName(saved.report, language(), 'pdf'), bytes, 'application/pdf')
}

/** In a frame that nobody sees; it stays until the next one, since the dialog may be open for long. */
function print({ id }: Saved): Promise<void> {
  document.getElementById(frameId)?.remove()
  const frame = Object.assign(document.createElement('iframe'), {
    id: frameId,
    src: `/report-view/${id}/${language()}`,
    hidden: true,
  })
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      frame.contentWindow?.print()
      resolve()
    })
    document.body.append(frame)
  })
}

const frameId = 'printed-report'
