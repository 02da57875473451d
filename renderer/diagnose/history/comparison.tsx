// Two diagnoses side by side: what is new, gone, better or worse, and what each place does otherwise.
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { compareReports } from '#shared/report/compare.ts'
import { shortTime } from '../../ui/time.ts'
import classes from '../diagnose.module.css'
import { viewStore } from '../view-store.ts'
import { ChangedFindings } from './changed-findings.tsx'
import { ChangedPlaces } from './changed-places.tsx'
import styles from './comparison.module.css'
import { historyStore, type Kept } from './store.ts'

export function Comparison() {
  const { t } = useTranslation('diagnose')
  const { pair } = useStore(historyStore)
  if (pair === null) return null
  const [before, after] = pair
  const isSameLevel = before.past.level === after.past.level
  const { findings, unchanged, places } = compareReports(before.report, after.report, isSameLevel)
  const isSame = findings.length === 0 && places.length === 0
  return (
    <section className={classes.scroll} aria-label={t('comparison')}>
      <header className={styles.head}>
        <h2>{t('comparison')}</h2>
        <CloseButton
          size="sm"
          aria-label={t('close', { ns: 'ui' })}
          onClick={() => viewStore.getState().show('history')}
        />
      </header>
      <dl className={styles.pair}>
        <Run name={t('earlier')} kept={before} />
        <Run name={t('later')} kept={after} />
      </dl>
      {!isSameLevel && <p className={classes.plain}>{t('otherLevel')}</p>}
      <p className={classes.plain}>{isSame ? t('noChange') : t('unchanged', { count: unchanged })}</p>
      <ChangedFindings changes={findings} />
      <ChangedPlaces places={places} />
    </section>
  )
}

function Run({ name, kept: { past } }: { name: string; kept: Kept }) {
  const { t } = useTranslation('diagnose')
  const { target, startedAt, level } = past
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <time dateTime={startedAt}>{shortTime(Date.parse(startedAt))}</time> <strong>{target}</strong>{' '}
        {t('levelShort', { level })}
      </dd>
    </div>
  )
}
