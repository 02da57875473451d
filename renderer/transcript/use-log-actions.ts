// The actions that the protocol log offers to the palette, the menu and the keyboard.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { exportFormats } from '#shared/values/transcript.ts'
import { useActions } from '../frame/actions.ts'
import type { Session } from './open-sessions.ts'
import { exportSession, goToNextError } from './session-actions.ts'
import { formatWords } from './session-look.ts'
import { transcriptStore, viewStore } from './store.ts'

export function useLogActions(session: Session | undefined): void {
  const { t } = useTranslation('transcript')
  const isWaterfall = useStore(viewStore, (store) => store.picture === 'waterfall')
  const { setFind, setPicture } = viewStore.getState()
  const id = session?.transcript.id
  const exports = exportFormats.map((format) => ({
    id: `export-session-${format}`,
    label: t('exportAction', { format: t(formatWords[format]) }),
    keys: null,
    run: () => void (id && exportSession(id, format)),
  }))
  const ofSession = [
    { id: 'find', label: t('find'), keys: 'mod+F', run: () => setFind({ isOpen: true }) },
    { id: 'next-error', label: t('nextErrorAction'), keys: 'F8', run: () => void goToNextError(1) },
    {
      id: 'waterfall',
      label: t(isWaterfall ? 'showLog' : 'showWaterfall'),
      keys: null,
      run: () => setPicture(isWaterfall ? 'log' : 'waterfall'),
    },
    ...exports,
    { id: 'close-ended-sessions', label: t('closeEnded'), keys: null, run: transcriptStore.getState().closeEnded },
  ]
  useActions(session ? ofSession : [])
}
