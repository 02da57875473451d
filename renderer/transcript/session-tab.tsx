// One tab. Its cross is for the mouse alone, as a button may not stand inside a tab; the keyboard has Delete and the menu.
import { IconPinFilled, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import { Outcome } from './outcome.tsx'
import { originIcons, originWords } from './session-look.ts'
import classes from './session-tabs.module.css'
import { transcriptStore } from './store.ts'

type SessionTabProps = { transcript: Transcript; isShown: boolean; onRename(): void }

export function SessionTab({ transcript, isShown, onRename }: SessionTabProps) {
  const { t } = useTranslation('transcript')
  const { id, name, origin, outcome, isKept } = transcript
  const Origin = originIcons[origin]
  const { show, close } = transcriptStore.getState()
  return (
    <button
      type="button"
      role="tab"
      className={classes.tab}
      aria-selected={isShown}
      tabIndex={isShown ? 0 : -1}
      title={`${t(originWords[origin])}: ${name}`}
      onClick={() => void show(id)}
      onDoubleClick={onRename}
      onAuxClick={(event) => event.button === 1 && close(id)}
    >
      <Origin size={14} stroke={1.7} role="img" aria-label={t(originWords[origin])} />
      <span className={classes.name}>{name}</span>
      {isKept && <IconPinFilled size={11} role="img" aria-label={t('kept')} />}
      <Outcome outcome={outcome} />
      <span
        className={classes.close}
        aria-hidden
        title={t('closeTab')}
        onClick={(event) => {
          event.stopPropagation()
          close(id)
        }}
      >
        <IconX size={12} />
      </span>
    </button>
  )
}
