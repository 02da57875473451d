// A report, or two of them compared, as a file. A PDF is printed by the desktop app, and in a browser by the browser's own print dialog.
import { notifications } from '@mantine/notifications'
import type { AppInfo } from '#shared/contract/app.ts'
import { explainFailure } from '#shared/explain/failures.ts'
import type { ExportedReport, ReportFormat } from '#shared/report/export.ts'
import { reportFormats } from '#shared/report/export.ts'
import { api } from '../channel/api.ts'
import { language } from '../ui/language.ts'
import { failureOf } from '../ui/problem.ts'
import { saveFile } from '../ui/save-file.ts'

export const savedFormats = [...reportFormats, 'pdf'] as const
export type SavedFormat = (typeof savedFormats)[number]

/** What can be taken away. */
export type Takeable = {
  readonly id: string
  /** The later one, of two that are compared; null for a report alone. */
  readonly laterId: string | null
  readonly exported: (format: ReportFormat) => ExportedReport
  readonly nameWith: (extension: string) => string
}

/** What stood in the way is told. */
export async function saveReport(taken: Takeable, format: SavedFormat, door: AppInfo['door']): Promise<void> {
  try {
    await save(taken, format, door)
  } catch (error) {
    const { title, advice } = explainFailure(failureOf(error), language())
    notifications.show({ color: 'red', title, message: advice })
  }
}

async function save(taken: Takeable, format: SavedFormat, door: AppInfo['door']): Promise<void> {
  const { id, laterId, exported, nameWith } = taken
  if (format !== 'pdf') {
    const { name, type, text } = exported(format)
    return saveFile(name, text, type)
  }
  if (door === 'browser') return print(taken)
  const bytes = await api.diagnose.pdf({ id, laterId, language: language() })
  await saveFile(nameWith('pdf'), bytes, 'application/pdf')
}

/** In a frame that nobody sees; it stays until the next one, since the dialog may be open for long. */
function print({ id, laterId }: Takeable): Promise<void> {
  document.getElementById(frameId)?.remove()
  const frame = Object.assign(document.createElement('iframe'), {
    id: frameId,
    src: `/report-view/${[id, laterId ?? [], language()].flat().join('/')}`,
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
