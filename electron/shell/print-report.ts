// Prints a report of the history into a PDF, in a window that nobody sees.
import { BrowserWindow } from 'electron'
import type { Language } from '#shared/values/settings.ts'
import { origin } from './addresses.ts'

export async function printReport(id: string, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  })
  try {
    await window.loadURL(`${origin}/report-view/${encodeURIComponent(id)}/${language}`)
    return new Uint8Array(await window.webContents.printToPDF({ printBackground: true, pageSize: 'A4' }))
  } finally {
    window.destroy()
  }
}
