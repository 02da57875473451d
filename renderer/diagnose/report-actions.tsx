// What can be done with a report: compare it with the one before, diagnose the same again, look at the history, take it away.
import { Button } from '@mantine/core'
import { IconArrowsDiff, IconHistory, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PastDiagnosis } from '#shared/values/diagnosis.ts'
import type { Report } from '#shared/values/report.ts'
import { askStore } from './ask/store.ts'
import classes from './diagnose.module.css'
import { earlierOf, historyStore } from './history/store.ts'
import { ReportMenu } from './report-menu.tsx'
import { viewStore } from './view-store.ts'

type ReportActionsProps = { id: string; report: Report; past: PastDiagnosis | null }

export function ReportActions({ id, report, past }: ReportActionsProps) {
  const { t } = useTranslation('diagnose')
  const { list, compare } = useStore(historyStore)
  const earlier = earlierOf(list, id)
  return (
    <div className={classes.actions}>
      {past && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconRefresh size={15} />}
          onClick={() => askAgain(past)}
        >
          {t('askAgain')}
        </Button>
      )}
      {earlier && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconArrowsDiff size={15} />}
          onClick={() => void compare(earlier.id, id)}
        >
          {t('whatChanged')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconHistory size={15} />}
        onClick={() => viewStore.getState().show('history')}
      >
        {t('history')}
      </Button>
      <ReportMenu id={id} report={report} />
    </div>
  )
}

/** Into the form alone: how far to go is asked there. */
function askAgain({ target, profileId, level }: PastDiagnosis): void {
  const { aim, change } = askStore.getState()
  aim(profileId === null ? { target, profileId } : { target: '', profileId })
  change({ level })
}
