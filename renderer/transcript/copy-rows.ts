// Copies lines as text, in the form of a transcript file.
import type { ClipboardEvent } from 'react'
import { linesOf } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { transcriptStore, viewStore } from './store.ts'

/** The selected rows go to the clipboard with the event itself: no permission is needed for that. */
export function takeCopy(event: ClipboardEvent): void {
  const text = textOf(selectedEntries())
  if (text === '') return
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
}

export const copySelected = (): Promise<void> => copyText(textOf(selectedEntries()))

/** Every line of a session, as its text file has them. */
export async function copyAll(id: string): Promise<void> {
  await copyText(textOf(await transcriptStore.getState().entriesOf(id, Number.POSITIVE_INFINITY)))
}

export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

const textOf = (entries: readonly Entry[]): string =>
  entries
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('')

/** Those of the selection that pass the filter and are in memory. */
function selectedEntries(): readonly Entry[] {
  const { view, rows } = viewStore.getState()
  const { shownId, at } = transcriptStore.getState()
  const { focus, anchor } = view()
  if (shownId === null || focus === null || anchor === null) return []
  const [low, high] = [Math.min(focus, anchor), Math.max(focus, anchor)]
  const shown = rows()
  const first = shown.nearest(low)
  const last = shown.nearest(high)
  return Array.from({ length: last - first + 1 }, (_, place) => shown.entryOf(first + place))
    .filter((index) => index >= low && index <= high)
    .map((index) => at(shownId, index))
    .filter((entry) => entry !== undefined)
}
