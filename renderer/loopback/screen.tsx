// The test server on this machine: its inbox, how it behaves, its sessions.
import { Switch, Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { FailureLine } from '../ui/failure-line.tsx'
import { Inbox } from './inbox.tsx'
import classes from './screen.module.css'
import { ServerPanel } from './server-panel.tsx'
import { SessionList } from './session-list.tsx'
import { loopbackStore } from './store.ts'

export default function LoopbackScreen() {
  const { t } = useTranslation('loopback')
  const { state, failure, configure } = useStore(loopbackStore)
  if (!state) return null
  return (
    <Tabs defaultValue="inbox" className={classes.screen} keepMounted={false}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <Switch
          aria-label={t('switch')}
          checked={state.config.isOn}
          onChange={(event) => void configure({ isOn: event.currentTarget.checked })}
        />
        <span className={classes.why}>{t('why')}</span>
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="inbox">{t('inbox')}</Tabs.Tab>
          <Tabs.Tab value="server">{t('server')}</Tabs.Tab>
          <Tabs.Tab value="sessions">{t('sessions')}</Tabs.Tab>
        </Tabs.List>
      </header>
      {state.problem && <p className={classes.problem}>{state.problem}</p>}
      {failure && <FailureLine failure={failure} />}
      <Tabs.Panel value="inbox" className={classes.panel}>
        <Inbox />
      </Tabs.Panel>
      <Tabs.Panel value="server" className={classes.scroll}>
        <ServerPanel state={state} />
      </Tabs.Panel>
      <Tabs.Panel value="sessions" className={classes.scroll}>
        <SessionList />
      </Tabs.Panel>
    </Tabs>
  )
}
