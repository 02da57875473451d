// Says when a session begins and ends to those who do not see the rows; never the rows themselves.
import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { sessionOf } from './open-sessions.ts'
import { outcomeWords } from './session-look.ts'
import { transcriptStore } from './store.ts'

export function Announcer() {
  const { t } = useTranslation('transcript')
  const transcript = useStore(transcriptStore, (store) => sessionOf(store, store.shownId)?.transcript)
  return <VisuallyHidden role="status">{transcript && said()}</VisuallyHidden>

  function said(): string {
    if (!transcript) return ''
    const { name, outcome, entryCount } = transcript
    if (outcome === 'running') return t('sessionBegan', { name })
    return t('sessionEnded', { name, outcome: t(outcomeWords[outcome]), lines: entryCount })
  }
}
