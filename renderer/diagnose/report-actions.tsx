// What can be done with a report: diagnose the same again, compare it with the one before, look at the history, take it away.
import { Button } from '@mantine/core'
import { IconArrowsDiff, IconHistory, IconRefresh, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Report } from '#shared/values/report.ts'
import { askStore } from './ask/store.ts'
import classes from './diagnose.module.css'
import { earlierOf, historyStore } from './history/store.ts'
import { ReportMenu } from './report-menu.tsx'
import { takeableReport } from './takeable.ts'
import { viewStore } from './view-store.ts'

type ReportActionsProps = { id: string; report: Report; past: PastDiagnosis | null }

export function ReportActions({ id, report, past }: ReportActionsProps) {
  const { t } = useTranslation('diagnose')
  const { list, compare } = useStore(historyStore)
  const earlier = earlierOf(list, id)
  return (
    <div className={classes.actions}>
      {past && <Act name={t('askAgain')} icon={IconRefresh} act={() => askAgain(past)} />}
      {earlier && <Act name={t('whatChanged')} icon={IconArrowsDiff} act={() => void compare(earlier.id, id)} />}
      <Act name={t('history')} icon={IconHistory} act={() => viewStore.getState().show('history')} />
      <ReportMenu taken={takeableReport(id, report)} name={t('report')} />
    </div>
  )
}

function Act({ name, icon: Icon, act }: { name: string; icon: TablerIcon; act: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      aria-label={name}
      title={name}
      leftSection={<Icon size={15} />}
      onClick={act}
    >
      <span className={classes.label}>{name}</span>
    </Button>
  )
}

/** Into the form alone: how far to go is asked there. */
function askAgain({ target, profileId, level }: PastDiagnosis): void {
  const { aim, change } = askStore.getState()
  aim(profileId === null ? { target, profileId } : { target: '', profileId })
  change({ level })
}
