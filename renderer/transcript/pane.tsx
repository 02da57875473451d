// The protocol log: tabs and tools in one line, below it the lines or the waterfall of the shown session, and what they mean.
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { onChange } from '../ui/changes.ts'
import { Announcer } from './announcer.tsx'
import { Empty } from './empty.tsx'
import { FindBar } from './find-bar.tsx'
import { sessionOf } from './open-sessions.ts'
import classes from './pane.module.css'
import { Rows } from './rows.tsx'
import { goToNextError } from './session-actions.ts'
import { SessionTabs } from './session-tabs.tsx'
import { SidePanel } from './side-panel.tsx'
import { transcriptStore, viewStore } from './store.ts'
import { Toolbar } from './toolbar.tsx'
import { useLogActions } from './use-log-actions.ts'
import { Waterfall } from './waterfall.tsx'

export function TranscriptPane() {
  const session = useStore(transcriptStore, (store) => sessionOf(store, store.shownId))
  const picture = useStore(viewStore, (store) => store.picture)
  useLogActions(session)
  useEffect(() => onChange(['transcripts'], () => void transcriptStore.getState().refresh()), [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that work anywhere in the log
    <div className={classes.pane} onKeyDown={takeKeys}>
      <header className={classes.head}>
        <SessionTabs />
        <Toolbar session={session} />
      </header>
      {session ? (
        <div className={classes.body} role="tabpanel" aria-label={session.transcript.name}>
          <div className={classes.picture}>
            <FindBar />
            {picture === 'log' ? (
              <Rows key={session.transcript.id} session={session} />
            ) : (
              <Waterfall key={session.transcript.id} session={session} />
            )}
          </div>
          {picture === 'log' && <SidePanel id={session.transcript.id} />}
        </div>
      ) : (
        <Empty />
      )}
      <Announcer />
    </div>
  )
}

/** Ctrl+F finds here even where another screen has a search of its own. */
function takeKeys(event: React.KeyboardEvent): void {
  const { setFind, findNext } = viewStore.getState()
  const step = event.shiftKey ? -1 : 1
  if (event.key === 'F3') findNext(step)
  else if (event.key === 'F8') void goToNextError(step)
  else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey)) setFind({ isOpen: true })
  else return
  event.preventDefault()
  event.stopPropagation()
}
