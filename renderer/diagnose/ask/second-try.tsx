// Whether a server that puts strangers off is tried once more, which takes a minute.
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { askStore } from './store.ts'

export function SecondTry() {
  const { t } = useTranslation('diagnose')
  const { level, triesAgain, change } = useStore(askStore)
  return (
    <Checkbox
      label={t('triesAgain')}
      description={t(level < 2 ? 'triesAgainFromLevel' : 'triesAgainNote')}
      disabled={level < 2}
      checked={triesAgain}
      onChange={(event) => change({ triesAgain: event.currentTarget.checked })}
    />
  )
}
