// Pasting into a one-line field. The browser would take line breaks out without a word, and so hide that
// somebody tried to slip in another header.
import { hasControl } from '#shared/address/index.ts'

type Paste = React.ClipboardEvent<HTMLInputElement>

/** Leaves harmless text to the browser; the rest goes into the value as it is, to be refused in the open. */
export function pasteInto(event: Paste, value: string, set: (value: string) => void): void {
  const pasted = event.clipboardData.getData('text/plain').replace(/[\r\n]+$/, '')
  if (!hasControl(pasted)) return
  event.preventDefault()
  const { selectionStart, selectionEnd } = event.currentTarget
  set(value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length))
}
