// One tab a session: its origin, its name, how it stands. Arrow keys go from tab to tab, Delete closes, F2 renames.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { RenameField } from './rename-field.tsx'
import { SessionTab } from './session-tab.tsx'
import classes from './session-tabs.module.css'
import { transcriptStore } from './store.ts'

export function SessionTabs() {
  const { t } = useTranslation('transcript')
  const sessions = useStore(transcriptStore, (store) => store.sessions)
  const shownId = useStore(transcriptStore, (store) => store.shownId)
  const [renamedId, setRenamedId] = useState<string | null>(null)
  const strip = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shown tab is brought into sight whenever it changes
  useEffect(() => {
    strip.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shownId, sessions.length])

  const { show, close } = transcriptStore.getState()
  const move = (step: number) => {
    const place = sessions.findIndex(({ transcript }) => transcript.id === shownId)
    const next = sessions.at((place + step) % sessions.length)
    if (!next) return
    void show(next.transcript.id)
    strip.current?.querySelectorAll<HTMLElement>('[role=tab]')[sessions.indexOf(next)]?.focus()
  }
  const keys: Record<string, () => void> = {
    ArrowLeft: () => move(-1),
    ArrowRight: () => move(1),
    Delete: () => shownId && close(shownId),
    F2: () => setRenamedId(shownId),
  }

  return (
    <div
      ref={strip}
      className={classes.strip}
      role="tablist"
      aria-label={t('sessions')}
      onKeyDown={(event) => {
        const act = renamedId === null && keys[event.key]
        if (!act) return
        event.preventDefault()
        act()
      }}
    >
      {sessions.map(({ transcript }) =>
        transcript.id === renamedId ? (
          <RenameField key={transcript.id} transcript={transcript} onDone={() => setRenamedId(null)} />
        ) : (
          <SessionTab
            key={transcript.id}
            transcript={transcript}
            isShown={transcript.id === shownId}
            onRename={() => setRenamedId(transcript.id)}
          />
        ),
      )}
    </div>
  )
}
