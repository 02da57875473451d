// Runs what the form says; while it runs, stops it: first with its report so far, then at once.
import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { diagnoseStore } from '../store.ts'

export function RunButton({ isReady }: { isReady: boolean }) {
  const { t } = useTranslation('diagnose')
  const { situation, stop } = useStore(diagnoseStore)
  if (situation.kind !== 'running')
    return (
      <Button size="sm" type="submit" leftSection={<IconPlayerPlay size={15} />} disabled={!isReady}>
        {t('run')}
      </Button>
    )
  return (
    <Button size="sm" color="red" variant="light" leftSection={<IconPlayerStop size={15} />} onClick={stop}>
      {situation.isStopping ? t('stopNow') : t('stop', { ns: 'ui' })}
    </Button>
  )
}
