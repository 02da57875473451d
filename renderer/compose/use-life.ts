// What a compose screen follows while it is shown: changes from elsewhere, and the end of the page.
import { useEffect } from 'react'
import { profileStore } from '../profiles/store.ts'
import { onChange } from '../ui/changes.ts'
import type { Composer } from './composer.ts'
import { panelStore } from './panels.ts'
import { openDraft } from './send.ts'
import { composerStore, draftListStore, manyStore, uploadStore } from './store.ts'

export function useLife(): void {
  useEffect(() => {
    const readDrafts = () => {
      void draftListStore.getState().read()
      void composerStore.getState().refresh()
    }
    const readProfiles = () => void profileStore.getState().read()
    void draftListStore.getState().read()
    readProfiles()
    const ends = [
      onChange(['drafts'], readDrafts),
      onChange(['profiles'], readProfiles),
      composerStore.subscribe(showNewOutcome),
    ]
    const abort = new AbortController()
    const { signal } = abort
    addEventListener('beforeunload', askBeforeLeaving, { signal })
    addEventListener('pagehide', leave, { signal })
    document.addEventListener('visibilitychange', save, { signal })
    return () => {
      for (const end of ends) end()
      abort.abort()
      save()
    }
  }, [])
}

/** An attempt that ends, or something else that fails, is told at once. */
function showNewOutcome({ situation: now }: Composer, { situation: before }: Composer): void {
  if (now.kind !== 'open' || before.kind !== 'open' || now.draft.id !== before.draft.id) return
  const hasEnded = before.run.kind === 'running' && now.run.kind !== 'running'
  const hasFailed = now.run.kind === 'broken' && now.run !== before.run
  if (hasEnded || hasFailed) panelStore.setState({ side: 'outcome' })
}

function save(): void {
  const { settle, save } = composerStore.getState()
  settle(null)
  void save()
}

function leave(): void {
  save()
  void draftListStore.getState().settle()
}

/** A mail or a file that is on its way would be cut off. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  save()
  const isUploading = uploadStore.getState().uploads.some(({ state }) => state === 'running')
  const isSending = openDraft()?.run.kind === 'running' || manyStore.getState().situation.kind === 'running'
  if (isSending || isUploading) event.preventDefault()
}
