// How far the sending of many mails is, and its Stop.
import { Button, Group, Progress } from '@mantine/core'
import { IconPlayerStopFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ManySituation } from './many.ts'
import { settled } from './many-form.ts'
import { ManyCounts } from './many-outcome.tsx'

type Running = Extract<ManySituation, { kind: 'running' }>

export function ManyProgress({ run: { counts, count, isStopping, stop } }: { run: Running }) {
  const { t } = useTranslation('compose')
  return (
    <>
      <Progress value={(settled(counts) / count) * 100} size="sm" aria-label={t('manyProgress')} />
      <div role="status">
        <ManyCounts counts={counts} />
      </div>
      <Group justify="flex-end">
        <Button
          color="red"
          variant="light"
          leftSection={<IconPlayerStopFilled size={14} />}
          disabled={isStopping}
          data-autofocus
          onClick={stop}
        >
          {t(isStopping ? 'manyStopping' : 'stopEsc')}
        </Button>
      </Group>
    </>
  )
}
