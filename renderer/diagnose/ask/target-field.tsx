// What to look at: typed, or a profile; how far to go; and the button that runs or stops.
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../../frame/actions.ts'
import { profileStore } from '../../profiles/store.ts'
import classes from '../diagnose.module.css'
import { ConsentDialog } from './consent-dialog.tsx'
import { LevelChoice } from './level-choice.tsx'
import { LevelNote } from './level-note.tsx'
import { Options } from './options.tsx'
import { RunButton } from './run-button.tsx'
import { Sender } from './sender.tsx'
import { askStore } from './store.ts'
import { useBegin } from './use-begin.ts'

export function TargetField() {
  const { t } = useTranslation('diagnose')
  const { target, profileId, aim } = useStore(askStore)
  const { profiles } = useStore(profileStore)
  const [isOpen, setOpen] = useState(false)
  const relays = (profiles ?? []).filter(({ route }) => route === 'relay')
  const { begin, isReady, consent, question } = useBegin(relays, () => setOpen(false))
  useActions([
    { id: 'run-diagnosis', label: t('run'), keys: null, run: begin },
    { id: 'diagnose-options', label: t('options'), keys: null, run: () => setOpen(!isOpen) },
  ])
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <TextInput
        className={classes.target}
        aria-label={t('target')}
        placeholder={t('placeholder')}
        spellCheck={false}
        autoComplete="off"
        value={target}
        onChange={(event) => aim({ target: event.currentTarget.value, profileId: null })}
      />
      <Select
        className={classes.select}
        aria-label={t('profile')}
        placeholder={t('profile')}
        data={relays.map(({ id, name: label, host }) => ({ value: id, label: label || host }))}
        value={profileId}
        clearable
        allowDeselect
        onChange={(chosen) => aim({ profileId: chosen, target: '' })}
      />
      <LevelChoice />
      <ActionIcon
        variant="default"
        size={36}
        aria-label={t('options')}
        title={t('options')}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <IconAdjustmentsHorizontal size={17} />
      </ActionIcon>
      <RunButton isReady={isReady} />
      <LevelNote consent={consent} />
      {isOpen && (
        <>
          <Options />
          <Sender />
        </>
      )}
      {question && <ConsentDialog {...question} />}
    </form>
  )
}
