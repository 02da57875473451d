// The history in place of a report.
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { FailureLine } from '../../ui/failure-line.tsx'
import classes from '../diagnose.module.css'
import { viewStore } from '../view-store.ts'
import { HistoryList } from './history-list.tsx'
import { historyStore } from './store.ts'

export function History() {
  const { t } = useTranslation('diagnose')
  const { list, failure } = useStore(historyStore)
  return (
    <div className={classes.scroll}>
      <div className={classes.back}>
        <CloseButton
          size="sm"
          aria-label={t('close', { ns: 'ui' })}
          onClick={() => viewStore.getState().show('report')}
        />
      </div>
      {failure && <FailureLine failure={failure} />}
      {list.length === 0 ? <p className={classes.plain}>{t('historyEmpty')}</p> : <HistoryList />}
    </div>
  )
}
