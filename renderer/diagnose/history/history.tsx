// The history in place of a report.
import { useStore } from 'zustand'
import { FailureLine } from '../../ui/failure-line.tsx'
import classes from '../diagnose.module.css'
import { viewStore } from '../view-store.ts'
import { HistoryList } from './history-list.tsx'
import { historyStore } from './store.ts'

export function History() {
  const { failure } = useStore(historyStore)
  return (
    <div className={classes.scroll}>
      {failure && <FailureLine failure={failure} />}
      <HistoryList close={() => viewStore.getState().show('report')} />
    </div>
  )
}
