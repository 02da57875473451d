// What the line under the pointer means, in a few words. The same is in the side panel, with links, for the selected line.
import { explainEntry } from '#shared/explain/entry.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { say } from '../ui/language.ts'
import { contextOf } from './context-of.ts'
import classes from './hover-note.module.css'
import { rowHeight } from './row-height.ts'
import { transcriptStore } from './store.ts'

type HoverNoteProps = { id: string; entry: Entry; top: number; frameHeight: number }

export function HoverNote({ id, entry, top, frameHeight }: HoverNoteProps) {
  const at = (index: number) => transcriptStore.getState().at(id, index)
  const explanation = explainEntry(entry, contextOf(at, entry.index))
  if (!explanation) return null
  const isBelow = top < frameHeight / 2
  const place = isBelow ? { top: top + rowHeight + 2 } : { bottom: frameHeight - top + 2 }
  return (
    <div className={classes.note} style={place} aria-hidden>
      <strong>{say(explanation.title)}</strong>
      <span>{say(explanation.text)}</span>
      {explanation.reference && <span className={classes.reference}>{explanation.reference}</span>}
    </div>
  )
}
