// What to look at: typed, or a profile; and the button that runs or stops.
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../../frame/actions.ts'
import { profileStore } from '../../profiles/store.ts'
import classes from '../diagnose.module.css'
import { diagnoseStore } from '../store.ts'
import { consentFor } from './consent.ts'
import { ConsentDialog } from './consent-dialog.tsx'
import { LevelChoice } from './level-choice.tsx'
import { LevelNote } from './level-note.tsx'

export function TargetField() {
  const { t } = useTranslation('diagnose')
  const { target, profileId, level, isOwn, situation, aim } = useStore(diagnoseStore)
  const { profiles } = useStore(profileStore)
  const [isAsking, setAsking] = useState(false)
  const relays = (profiles ?? []).filter(({ route }) => route === 'relay')
  const profile = relays.find(({ id }) => id === profileId) ?? null
  const shownTarget = target.trim() || (profile?.name ?? '')
  const consent = consentFor(level, { target, profile })
  const isReady = (target.trim() !== '' || profileId !== null) && (consent !== 'tick' || isOwn)
  const run = () => void diagnoseStore.getState().run(t('running', { target: shownTarget }))
  const begin = () => {
    if (!isReady) return
    if (consent === 'ask') setAsking(true)
    else run()
  }
  useActions([{ id: 'run-diagnosis', label: t('run'), keys: null, run: begin }])
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
        w={190}
        aria-label={t('profile')}
        placeholder={t('profile')}
        data={relays.map(({ id, name: label, host }) => ({ value: id, label: label || host }))}
        value={profileId}
        clearable
        allowDeselect
        onChange={(chosen) => aim({ profileId: chosen, target: '' })}
      />
      <LevelChoice />
      {situation.kind === 'running' ? (
        <Button
          size="sm"
          color="red"
          variant="light"
          leftSection={<IconPlayerStop size={15} />}
          onClick={situation.stop}
        >
          {t('stop', { ns: 'ui' })}
        </Button>
      ) : (
        <Button size="sm" type="submit" leftSection={<IconPlayerPlay size={15} />} disabled={!isReady}>
          {t('run')}
        </Button>
      )}
      <LevelNote consent={consent} />
      {isAsking && (
        <ConsentDialog
          target={shownTarget}
          close={() => setAsking(false)}
          agree={() => {
            setAsking(false)
            run()
          }}
        />
      )}
    </form>
  )
}
