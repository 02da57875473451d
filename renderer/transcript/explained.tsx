// The line itself, whole, and what it means, with the rule behind it as a link.
import { explainEntry } from '#shared/explain/entry.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { language, say } from '../ui/language.ts'
import { ReferenceLinks } from '../ui/reference-links.tsx'
import { contextOf } from './context-of.ts'
import { shownText } from './event-line.ts'
import { HiddenLine, hidesSomething } from './hidden-line.tsx'
import { bodyLines } from './row-height.ts'
import classes from './side-panel.module.css'
import { transcriptStore } from './store.ts'

export function Explained({ id, entry }: { id: string; entry: Entry }) {
  const explanation = explainEntry(
    entry,
    contextOf((index) => transcriptStore.getState().at(id, index), entry.index),
  )
  const text =
    entry.kind === 'body' ? bodyLines(entry).slice(0, quotedLines).join('\n') : visible(shownText(entry, language()))
  return (
    <>
      <pre className={classes.quote}>{text}</pre>
      {explanation && (
        <>
          <h3 className={classes.title}>{say(explanation.title)}</h3>
          <p className={classes.text}>{say(explanation.text)}</p>
          {explanation.reference && (
            <p className={classes.text}>
              <ReferenceLinks reference={explanation.reference} />
            </p>
          )}
        </>
      )}
      {hidesSomething(entry) && <HiddenLine key={`${id} ${entry.index}`} id={id} index={entry.index} />}
    </>
  )
}

const quotedLines = 6
