// The foot of the composer: send with its menu, files, envelope, wire, source, and whether all is saved.
import { Button, Tooltip, UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconCode, IconMail, IconPaperclip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from './action-bar.module.css'
import { chooseFiles } from './attach.ts'
import type { OpenDraft } from './composer.ts'
import { stateOf } from './draft-state.ts'
import { panelStore } from './panels.ts'
import { SendButton } from './send-button.tsx'
import { useWire } from './use-wire.ts'

export function ActionBar({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { side, view, toggleSide } = useStore(panelStore)
  const differs = open.draft.envelope !== null
  const wire = useWire(open.draft)
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('mailActions')}>
      <SendButton isSending={open.run.kind === 'running'} />
      <BarButton icon={<IconPaperclip size={16} />} label={t('attach')} onClick={chooseFiles} />
      <BarButton
        icon={<IconMail size={16} />}
        label={t('envelope')}
        isOn={side === 'envelope'}
        isMarked={differs}
        onClick={() => toggleSide('envelope')}
      />
      <BarButton
        icon={<IconAdjustmentsHorizontal size={16} />}
        label={t('wire')}
        isOn={side === 'wire'}
        isMarked={wire.isOtherwise}
        isBad={wire.faults.length > 0}
        onClick={() => toggleSide('wire')}
      />
      <BarButton icon={<IconCode size={16} />} label={t('source')} isOn={view === 'source'} onClick={toggleSource} />
      <span className={classes.gap} />
      <LastAttempt open={open} />
      <span className={classes.saved} role="status" data-failed={open.saving === 'failed' || undefined}>
        {t(`saving-${open.saving}`)}
      </span>
    </div>
  )
}

export function toggleSource(): void {
  panelStore.setState(({ view }) => ({ view: view === 'source' ? 'form' : 'source' }))
}

type BarButtonProps = {
  icon: ReactNode
  label: string
  isOn?: boolean
  /** Something behind it is otherwise than usual, or wrong. */
  isMarked?: boolean
  isBad?: boolean
  onClick(): void
}

function BarButton({ icon, label, isOn, isMarked = false, isBad = false, onClick }: BarButtonProps) {
  return (
    <Tooltip label={label}>
      <Button
        size="xs"
        variant={isOn ? 'light' : 'subtle'}
        {...(isOn ? {} : { color: 'gray' })}
        className={classes.button ?? ''}
        aria-label={label}
        aria-pressed={isOn}
        onClick={onClick}
      >
        {icon}
        <span className={classes.text}>{label}</span>
        {(isMarked || isBad) && <span className={classes.mark} data-bad={isBad || undefined} />}
      </Button>
    </Tooltip>
  )
}

/** How the last attempt ended, while its panel is closed. */
function LastAttempt({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { side, toggleSide } = useStore(panelStore)
  const hasOutcome = open.receipt !== null || open.run.kind === 'broken'
  if (!hasOutcome || side === 'outcome' || open.run.kind === 'running') return null
  const state = open.run.kind === 'broken' ? 'failed' : stateOf(open.receipt)
  return (
    <UnstyledButton className={classes.last} data-state={state} onClick={() => toggleSide('outcome')}>
      {t(state === 'draft' ? 'outcome' : `state-${state}`)}
    </UnstyledButton>
  )
}
