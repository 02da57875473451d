// Two diagnoses side by side: what is new, gone, better or worse, and what each place does otherwise.
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { comparisonOf } from '#shared/report/comparison-document.ts'
import { comparisonWords, sameCount } from '#shared/report/words.ts'
import { say } from '../../ui/language.ts'
import { shortTime } from '../../ui/time.ts'
import classes from '../diagnose.module.css'
import { ReportMenu } from '../report-menu.tsx'
import { takeableComparison } from '../takeable.ts'
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
  const { findings, unchanged, places } = comparisonOf(pair)
  const isSame = findings.length === 0 && places.length === 0
  return (
    <section className={classes.scroll} aria-label={t('comparison')}>
      <header className={styles.head}>
        <h2>{t('comparison')}</h2>
        <ReportMenu taken={takeableComparison(pair)} name={t('comparisonMenu')} />
        <CloseButton
          size="sm"
          aria-label={t('close', { ns: 'ui' })}
          onClick={() => viewStore.getState().show('history')}
        />
      </header>
      <dl className={styles.pair}>
        <Run name={say(comparisonWords.earlier)} kept={before} />
        <Run name={say(comparisonWords.later)} kept={after} />
      </dl>
      {!isSameLevel && <p className={classes.plain}>{say(comparisonWords.otherLevel)}</p>}
      <p className={classes.plain}>{isSame ? t('noChange') : say(sameCount(unchanged))}</p>
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
