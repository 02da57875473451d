// What the chosen level does to the server, and the tick that the last one wants.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from '../diagnose.module.css'
import type { Consent } from './consent.ts'
import { askStore } from './store.ts'

export function LevelNote({ consent }: { consent: Consent }) {
  const { t } = useTranslation('diagnose')
  const { level, isOwn, change } = useStore(askStore)
  return (
    <div className={classes.note}>
      <span className={classes.level}>{t(`levelNote_${level}`)}</span>
      {consent === 'tick' && (
        <Checkbox
          size="xs"
          label={t('isOwn')}
          checked={isOwn}
          onChange={(event) => change({ isOwn: event.currentTarget.checked })}
        />
      )}
    </div>
  )
}
