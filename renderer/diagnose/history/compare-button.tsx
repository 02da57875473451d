// Compares the two that are ticked.
import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { historyStore } from './store.ts'

export function CompareButton() {
  const { t } = useTranslation('diagnose')
  const { chosen, list, compare } = useStore(historyStore)
  const [one, other] = chosen
  if (list.length < 2) return null
  const begin = () => {
    if (one !== undefined && other !== undefined) void compare(one, other)
  }
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconArrowsDiff size={15} />}
      disabled={other === undefined}
      title={t('compareHow')}
      onClick={begin}
    >
      {t('compare')}
    </Button>
  )
}
