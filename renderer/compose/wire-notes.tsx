// What was otherwise on the wire in the sessions of a receipt, in short, each with its line of the log.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconListSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wireNoteParts } from '#shared/explain/wire-notes.ts'
import type { Words } from '#shared/values/settings.ts'
import { transcriptStore } from '../transcript/store.ts'
import { say } from '../ui/language.ts'
import { showInLog } from '../ui/show-in-log.ts'
import classes from './wire-notes.module.css'

type Note = { readonly transcriptId: string; readonly index: number; readonly parts: readonly Words[] }

export function WireNotes({ transcripts }: { transcripts: readonly string[] }) {
  const { t } = useTranslation('compose')
  const { t: outcome } = useTranslation('outcome')
  const notes = useNotes(transcripts)
  if (notes.length === 0) return null
  return (
    <section className={classes.notes} aria-label={t('wireChanges')}>
      <h3 className={classes.title}>{t('wireChanges')}</h3>
      {notes.map(({ transcriptId, index, parts }) => (
        <div key={`${transcriptId} ${index}`} className={classes.note}>
          <ul>
            {parts.map((part) => (
              <li key={part.en}>{say(part)}</li>
            ))}
          </ul>
          <Tooltip label={outcome('showInLog')}>
            <ActionIcon
              size="sm"
              aria-label={`${outcome('showInLog')}: ${parts.map(say).join('; ')}`}
              onClick={() => void showInLog(transcriptId, { kind: 'entry', index })}
            >
              <IconListSearch size={15} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
    </section>
  )
}

/** A delivery to many servers has many sessions, and the same options in each. */
const mostSessions = 5
/** They are said before the mail; a session of many mails says them for each anew. */
const mostEntries = 1000

function useNotes(transcripts: readonly string[]): readonly Note[] {
  const [notes, setNotes] = useState<readonly Note[]>([])
  const ids = transcripts.slice(-mostSessions).join()
  useEffect(() => {
    let isCurrent = true
    void Promise.all(ids.split(',').filter(Boolean).map(notesOf)).then(
      (found) => isCurrent && setNotes(distinct(found.flat())),
    )
    return () => {
      isCurrent = false
    }
  }, [ids])
  return notes
}

/** None of a session that is no longer kept. */
async function notesOf(transcriptId: string): Promise<Note[]> {
  const entries = await transcriptStore
    .getState()
    .entriesOf(transcriptId, mostEntries)
    .catch(() => [])
  return entries
    .map((entry) => ({ transcriptId, index: entry.index, parts: wireNoteParts(entry) }))
    .filter(({ parts }) => parts.length > 0)
}

const distinct = (notes: readonly Note[]): Note[] => [
  ...new Map(notes.map((note) => [note.parts.map(({ en }) => en).join(), note])).values(),
]
