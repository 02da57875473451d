// What to look at: typed, or a profile; and the button that runs or stops.
import { Button, Select, TextInput } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../frame/actions.ts'
import { profileStore } from '../profiles/store.ts'
import classes from './diagnose.module.css'
import { diagnoseStore } from './store.ts'

export function TargetField() {
  const { t } = useTranslation('diagnose')
  const { target, profileId, situation, aim } = useStore(diagnoseStore)
  const { profiles } = useStore(profileStore)
  const relays = (profiles ?? []).filter(({ route }) => route === 'relay')
  const name = relays.find(({ id }) => id === profileId)?.name
  const isReady = target.trim() !== '' || profileId !== null
  const run = () => {
    if (isReady) void diagnoseStore.getState().run(t('running', { target: target.trim() || (name ?? '') }))
  }
  useActions([{ id: 'run-diagnosis', label: t('run'), keys: null, run }])
  return (
    <form
      className={classes.field}
      onSubmit={(event) => {
        event.preventDefault()
        run()
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
    </form>
  )
}
