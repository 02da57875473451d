// Saves something of the window as a file: a download in the browser, the save dialog in the desktop app.
import type { Bytes } from '#shared/values/bytes.ts'

export async function saveFile(name: string, content: string | Bytes, type: string): Promise<void> {
  const bytes = typeof content === 'string' ? content : await content.arrayBuffer()
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
