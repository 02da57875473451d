// One field, a run that can be stopped, and what it found; or the history of what was found before.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { routeStore } from '../frame/route.ts'
import { profileStore } from '../profiles/store.ts'
import { FailureLine } from '../ui/failure-line.tsx'
import { askStore } from './ask/store.ts'
import { TargetField } from './ask/target-field.tsx'
import classes from './diagnose.module.css'
import { Comparison } from './history/comparison.tsx'
import { History } from './history/history.tsx'
import { historyStore } from './history/store.ts'
import { Intro } from './intro.tsx'
import { Results } from './results.tsx'
import { diagnoseStore } from './store.ts'
import { Summary } from './summary.tsx'
import { useDiagnoseActions } from './use-actions.ts'
import { viewStore } from './view-store.ts'

export default function DiagnoseScreen() {
  const { t } = useTranslation('diagnose')
  const { query } = useStore(routeStore)
  const { situation } = useStore(diagnoseStore)
  useEffect(() => void profileStore.getState().read(), [])
  useEffect(() => historyStore.getState().follow(), [])
  useEffect(() => {
    if (query.profile) askStore.getState().aim({ profileId: query.profile, target: '' })
  }, [query.profile])
  useDiagnoseActions()
  return (
    <div className={classes.screen}>
      <header className={classes.head} data-answered={situation.kind !== 'idle' || undefined}>
        <h1 className={classes.title}>{t('title')}</h1>
        <TargetField />
      </header>
      <Content />
    </div>
  )
}

function Content() {
  const { t } = useTranslation('diagnose')
  const { place } = useStore(viewStore)
  const { situation, seen } = useStore(diagnoseStore)
  if (place === 'history') return <History />
  if (place === 'comparison') return <Comparison />
  if (situation.kind === 'idle') return <Intro />
  const due = situation.kind === 'running' ? situation.due : []
  const failure =
    situation.kind === 'broken' ? situation.failure : situation.kind === 'done' ? situation.report.failure : null
  return (
    <>
      <Summary />
      {situation.kind === 'left' && <p className={classes.left}>{t('left')}</p>}
      {failure?.kind === 'stopped' && <p className={classes.left}>{t('stoppedAt')}</p>}
      {failure && failure.kind !== 'stopped' && (
        <div className={classes.failure}>
          <FailureLine failure={failure} />
        </div>
      )}
      {seen.checks.length + seen.endpoints.length + due.length > 0 && <Results seen={seen} due={due} />}
    </>
  )
}
