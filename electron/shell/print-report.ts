// Prints a report of the history, or what changed between two, into a PDF, in a window that nobody sees.
import { BrowserWindow } from 'electron'
import type { Language } from '#shared/values/settings.ts'
import { origin } from './addresses.ts'

export async function printReport(ids: readonly string[], language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    await window.loadURL(`${origin}/report-view/${[...ids, language].map(encodeURIComponent).join('/')}`)
    return new Uint8Array(await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' }))
  } finally {
    window.destroy()
  }
}
