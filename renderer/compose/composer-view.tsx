// One draft as a form: header, text, files; under them warnings, progress and the buttons; the panel at the right.
import { Overlay } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ActionBar } from './action-bar.tsx'
import { attachFiles } from './attach.ts'
import { Attachments } from './attachments.tsx'
import { Body } from './body.tsx'
import type { OpenDraft } from './composer.ts'
import classes from './composer-view.module.css'
import { Header } from './header.tsx'
import { panelStore } from './panels.ts'
import { ProgressStrip } from './progress-strip.tsx'
import { SidePanel } from './side-panel.tsx'
import { SourceView } from './source-view.tsx'
import { composerStore } from './store.ts'
import { Warnings } from './warnings.tsx'

const selectView = (panels: { view: 'form' | 'source' }) => panels.view

export function ComposerView({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const [isOver, setOver] = useState(false)
  const view = useStore(panelStore, selectView)
  const isRaw = open.draft.raw !== null
  const drop = (event: DragEvent) => {
    setOver(false)
    if (event.defaultPrevented || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    void attachFiles(event.dataTransfer.files)
  }
  return (
    <section
      className={classes.composer}
      aria-label={open.draft.subject || t('noSubject')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
      onDrop={drop}
      onBlur={() => void composerStore.getState().save()}
    >
      <div className={classes.main}>
        {view === 'source' || isRaw ? (
          <SourceView open={open} />
        ) : (
          <div className={classes.scroll}>
            <Header open={open} />
            <Body open={open} />
            <Attachments open={open} />
          </div>
        )}
        {open.run.kind === 'running' ? <ProgressStrip run={open.run} /> : <Warnings open={open} />}
        <ActionBar open={open} />
      </div>
      <SidePanel open={open} />
      {isOver && (
        <Overlay className={classes.drop ?? ''} color="var(--accent-soft)" backgroundOpacity={0.85}>
          {t('dropHere')}
        </Overlay>
      )}
    </section>
  )
}
