// Before anything was diagnosed: what this screen does, a server to try it on, and what was found before.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { profileStore } from '../profiles/store.ts'
import { askStore } from './ask/store.ts'
import classes from './diagnose.module.css'
import { HistoryList } from './history/history-list.tsx'
import { historyStore } from './history/store.ts'
import { diagnoseStore } from './store.ts'

export function Intro() {
  const { t } = useTranslation('diagnose')
  const { list } = useStore(historyStore)
  const loopback = useStore(profileStore).profiles?.find(({ isLoopback }) => isLoopback)
  const look = ({ id, name }: { id: string; name: string }) => {
    askStore.getState().aim({ profileId: id, target: '' })
    void diagnoseStore.getState().run(t('running', { target: name }), name)
  }
  return (
    <div className={classes.scroll}>
      <div className={classes.intro}>
        <p>{t('intro')}</p>
        {loopback && (
          <Button variant="light" onClick={() => look(loopback)}>
            {t('runLoopback')}
          </Button>
        )}
      </div>
      {list.length > 0 && <HistoryList close={null} />}
    </div>
  )
}
