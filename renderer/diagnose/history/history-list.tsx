// The diagnoses of before, the newest first: opened by a click, ticked to be compared, forgotten one by one.
import { ActionIcon, Checkbox, CloseButton, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { PastDiagnosis } from '#shared/values/diagnosis.ts'
import { shortTime } from '../../ui/time.ts'
import { diagnoseStore } from '../store.ts'
import { viewStore } from '../view-store.ts'
import { CompareButton } from './compare-button.tsx'
import { Counts } from './counts.tsx'
import classes from './history.module.css'
import { historyStore } from './store.ts'

/** `close`: back to where the history was opened; null where it stands by itself. */
export function HistoryList({ close }: { close: (() => void) | null }) {
  const { t } = useTranslation('diagnose')
  const { list } = useStore(historyStore)
  return (
    <section className={classes.history} aria-label={t('history')}>
      <header className={classes.head}>
        <h2>{t('history')}</h2>
        <CompareButton />
        {close && <CloseButton size="sm" aria-label={t('close', { ns: 'ui' })} onClick={close} />}
      </header>
      {list.length === 0 && <p className={classes.empty}>{t('historyEmpty')}</p>}
      <ul className={classes.list}>
        {list.map((past) => (
          <Row key={past.id} past={past} />
        ))}
      </ul>
    </section>
  )
}

function Row({ past }: { past: PastDiagnosis }) {
  const { t } = useTranslation('diagnose')
  const { chosen, choose, forget } = useStore(historyStore)
  const { situation } = useStore(diagnoseStore)
  const { id, target, level, startedAt, summary, failure } = past
  const when = shortTime(Date.parse(startedAt))
  const open = () => {
    viewStore.getState().show('report')
    void diagnoseStore.getState().open(id)
  }
  return (
    <li className={classes.row}>
      <Checkbox
        size="xs"
        aria-label={t('chooseToCompare', { target, when })}
        checked={chosen.includes(id)}
        onChange={(event) => choose(id, event.currentTarget.checked)}
      />
      <UnstyledButton className={classes.open} disabled={situation.kind === 'running'} onClick={open}>
        <time dateTime={startedAt}>{when}</time>
        <strong>{target}</strong>
        <span>{t('levelShort', { level })}</span>
        <Counts summary={summary} failure={failure} />
      </UnstyledButton>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('forget', { target, when })}
        title={t('forgetShort')}
        onClick={() => void forget(id)}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </li>
  )
}
