// What a diagnosis came to, in a few signs: how many of the worst results, or why it ended early.
import { useTranslation } from 'react-i18next'
import type { PastDiagnosis } from '#shared/values/diagnosis.ts'
import { ResultIcon } from '../../ui/finding/result-icon.tsx'
import classes from './history.module.css'

const shown = ['fail', 'warn', 'pass'] as const

export function Counts({ summary, failure }: Pick<PastDiagnosis, 'summary' | 'failure'>) {
  const { t } = useTranslation('diagnose')
  return (
    <span className={classes.counts}>
      {shown.map((result) => (
        <span key={result} data-none={summary[result] === 0 || undefined}>
          <ResultIcon result={result} />
          {summary[result]}
        </span>
      ))}
      {failure && <em>{t(failure.kind === 'stopped' ? 'wasStopped' : 'brokeOff')}</em>}
    </span>
  )
}
