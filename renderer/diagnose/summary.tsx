// How far the run is, or its sum in one line.
import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { language, say } from '../ui/language.ts'
import classes from './diagnose.module.css'
import { ReportMenu } from './report-menu.tsx'
import { diagnoseStore } from './store.ts'

export function Summary() {
  const { t } = useTranslation('diagnose')
  const { situation } = useStore(diagnoseStore)
  if (situation.kind === 'running') {
    const { step, connections } = situation
    const share = step && step.total > 0 ? (100 * step.done) / step.total : 0
    return (
      <div className={classes.progress} role="status">
        <Progress value={share} animated size="sm" aria-label={t('title')} />
        <span>
          {step
            ? `${say(step.label)} · ${t('progress', { done: Math.floor(step.done), total: step.total })}`
            : t('loading', { ns: 'ui' })}
          {connections > 0 && ` · ${t('atMost', { count: connections })}`}
        </span>
      </div>
    )
  }
  if (situation.kind !== 'done' || situation.report === null) return null
  const { summary, connections, durationMs } = situation.report
  const seconds = new Intl.NumberFormat(language(), { maximumSignificantDigits: 2 }).format(durationMs / 1000)
  const { fail = 0, warn = 0, pass = 0 } = summary
  return (
    <div className={classes.sum}>
      <p role="status">
        {[t('problems', { count: fail }), t('warnings', { count: warn }), t('good', { count: pass })].join(', ')}
        {` · ${t('connections', { count: connections })} · ${seconds} s`}
      </p>
      <ReportMenu report={situation.report} />
    </div>
  )
}
