// How far the run is; or when it was, its sum in one line, and what can be done with its report.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { language } from '../ui/language.ts'
import { shortTime } from '../ui/time.ts'
import classes from './diagnose.module.css'
import { ReportActions } from './report-actions.tsx'
import { RunProgress } from './run-progress.tsx'
import { diagnoseStore } from './store.ts'

export function Summary() {
  const { t } = useTranslation('diagnose')
  const { situation } = useStore(diagnoseStore)
  if (situation.kind === 'running') return <RunProgress {...situation} />
  if (situation.kind !== 'done') return null
  const { id, report, past } = situation
  const { summary, connections, durationMs } = report
  const seconds = new Intl.NumberFormat(language(), { maximumSignificantDigits: 2 }).format(durationMs / 1000)
  const { fail = 0, warn = 0, pass = 0 } = summary
  const counts = [t('problems', { count: fail }), t('warnings', { count: warn }), t('good', { count: pass })]
  return (
    <div className={classes.sum}>
      <p role="status">
        {past && <strong>{`${past.target} · ${shortTime(Date.parse(past.startedAt))} · `}</strong>}
        {`${counts.join(', ')} · ${t('connections', { count: connections })} · ${seconds} s`}
      </p>
      <ReportActions id={id} report={report} past={past} />
    </div>
  )
}
