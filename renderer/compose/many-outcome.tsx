// What became of many mails: the counts, the pace, and why not all.
import { Button, Group, Text } from '@mantine/core'
import { IconMailOpened } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BulkCounts } from '#shared/values/bulk.ts'
import type { Failure } from '#shared/values/failure.ts'
import { go } from '../frame/route.ts'
import { FailureLine } from '../ui/failure-line.tsx'
import { language } from '../ui/language.ts'
import classes from './many.module.css'
import type { ManySituation } from './many.ts'
import { manyStore } from './store.ts'

type Done = Extract<ManySituation, { kind: 'done' }>

export function ManyOutcome({ done: { plan, count, result, wasStopped } }: { done: Done }) {
  const { t } = useTranslation('compose')
  const { close, open } = manyStore.getState()
  const { sent, seconds, messagesPerSecond, failure } = result
  const head = sent === count ? 'manyAll' : wasStopped ? 'manyStopped' : 'manySome'
  return (
    <>
      <div role="status">
        <p className={classes.head}>{t(head, { count, sent })}</p>
        <ManyCounts counts={result} />
        <Text size="sm">{t('manyPace', { seconds: inSeconds(seconds), rate: rounded(messagesPerSecond) })}</Text>
      </div>
      {failure !== null && failure.kind !== 'stopped' && <FirstFailure failure={failure} />}
      <Group justify="flex-end" mt="md">
        {plan.profile.isLoopback && sent > 0 && (
          <Button
            variant="light"
            leftSection={<IconMailOpened size={15} />}
            onClick={() => {
              close()
              go('loopback')
            }}
          >
            {t('openInLoopback')}
          </Button>
        )}
        <Button variant="default" onClick={() => void open(plan)}>
          {t('manyAgain')}
        </Button>
        <Button data-autofocus onClick={close}>
          {t('close', { ns: 'ui' })}
        </Button>
      </Group>
    </>
  )
}

const fates = ['sent', 'refused', 'unknown', 'failed'] as const
const names = { sent: 'manySent', refused: 'manyRefused', unknown: 'manyUnknown', failed: 'manyFailed' } as const

export function ManyCounts({ counts }: { counts: BulkCounts }) {
  const { t } = useTranslation('compose')
  return (
    <dl className={classes.counts}>
      {fates.map((fate) => (
        <div key={fate} data-fate={fate} data-none={counts[fate] === 0 || undefined}>
          <dt>{t(names[fate])}</dt>
          <dd>{new Intl.NumberFormat(language()).format(counts[fate])}</dd>
        </div>
      ))}
    </dl>
  )
}

function FirstFailure({ failure }: { failure: Failure }) {
  const { t } = useTranslation('compose')
  return (
    <section className={classes.failure} aria-label={t('manyFirstFailure')}>
      <Text size="sm" c="dimmed">
        {t('manyFirstFailure')}
      </Text>
      <FailureLine failure={failure} />
    </section>
  )
}

const rounded = (value: number): string =>
  new Intl.NumberFormat(language(), { maximumSignificantDigits: 3 }).format(value)

const inSeconds = (value: number): string =>
  new Intl.NumberFormat(language(), { style: 'unit', unit: 'second', maximumSignificantDigits: 3 }).format(value)
