// What the palette, the menu and the keyboard can do while a mail is open.
import { useHotkeys } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useActions } from '../frame/actions.ts'
import { toggleSource } from './action-bar.tsx'
import { chooseFiles } from './attach.ts'
import { panelStore } from './panels.ts'
import { openDraft, saveEml, sendDraft, sendManyTimes, stopSending } from './send.ts'

export function useComposeActions(): void {
  const { t } = useTranslation('compose')
  useActions([
    { id: 'send', label: t('send'), keys: 'mod+Enter', run: () => void sendDraft(null) },
    { id: 'check', label: t('check'), keys: 'mod+shift+Enter', run: () => void sendDraft('rcpt') },
    { id: 'send-many', label: t('sendMany'), keys: null, run: () => void sendManyTimes() },
    { id: 'attach', label: t('attachFiles'), keys: 'mod+shift+A', run: chooseFiles },
    {
      id: 'envelope',
      label: t('showEnvelope'),
      keys: 'mod+shift+E',
      run: () => panelStore.getState().toggleSide('envelope'),
    },
    { id: 'wire', label: t('showWire'), keys: 'mod+shift+L', run: () => panelStore.getState().toggleSide('wire') },
    { id: 'source', label: t('showSource'), keys: 'mod+shift+U', run: toggleSource },
    { id: 'save-eml', label: t('saveEml'), keys: 'mod+S', run: () => void saveEml() },
    {
      id: 'cc-bcc',
      label: t('showCcBcc'),
      keys: null,
      run: () => panelStore.setState(({ showsCopies }) => ({ showsCopies: !showsCopies })),
    },
  ])
  useHotkeys([['Escape', stopSending, { preventDefault: openDraft()?.run.kind === 'running' }]], [], true)
}
