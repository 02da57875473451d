// One field, a run that can be stopped, and what it found: findings with their evidence, and what the server offers.
import { Alert, Button, Tabs } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { routeStore } from '../frame/route.ts'
import { profileStore } from '../profiles/store.ts'
import { FailureLine } from '../ui/failure-line.tsx'
import { TargetField } from './ask/target-field.tsx'
import classes from './diagnose.module.css'
import { Findings } from './findings/findings.tsx'
import { OffersView } from './offers/offers.tsx'
import { PlaceMap } from './places/place-map.tsx'
import { diagnoseStore } from './store.ts'
import { Summary } from './summary.tsx'

export default function DiagnoseScreen() {
  const { t } = useTranslation('diagnose')
  const { query } = useStore(routeStore)
  const { situation, findings, offers } = useStore(diagnoseStore)
  useEffect(() => void profileStore.getState().read(), [])
  useEffect(() => {
    if (query.profile) diagnoseStore.getState().aim({ profileId: query.profile, target: '' })
  }, [query.profile])
  const report = situation.kind === 'done' ? situation.report : null
  const hasResults = findings.length > 0 || offers.length > 0
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <TargetField />
      </header>
      <Summary />
      {situation.kind === 'broken' && <FailureLine failure={situation.failure} />}
      {report?.failure && <FailureLine failure={report.failure} />}
      {situation.kind === 'done' && situation.report === null && <Alert color="yellow">{t('stopped')}</Alert>}
      {!hasResults && situation.kind === 'idle' && <Intro />}
      {hasResults && (
        <Tabs defaultValue="findings" className={classes.results} keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="findings">{`${t('findings')} (${findings.length})`}</Tabs.Tab>
            <Tabs.Tab value="map" disabled={report === null}>
              {t('map')}
            </Tabs.Tab>
            <Tabs.Tab value="offers" disabled={offers.length === 0}>
              {t('offers')}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="findings" className={classes.panel}>
            <Findings findings={findings} />
          </Tabs.Panel>
          <Tabs.Panel value="map" className={classes.scroll}>
            {report && <PlaceMap report={report} />}
          </Tabs.Panel>
          <Tabs.Panel value="offers" className={classes.scroll}>
            <OffersView offers={offers} />
          </Tabs.Panel>
        </Tabs>
      )}
    </div>
  )
}

function Intro() {
  const { t } = useTranslation('diagnose')
  const loopback = useStore(profileStore).profiles?.find(({ isLoopback }) => isLoopback)
  const look = ({ id, name }: { id: string; name: string }) => {
    const { aim, run } = diagnoseStore.getState()
    aim({ profileId: id, target: '' })
    void run(t('running', { target: name }))
  }
  return (
    <div className={classes.intro}>
      <p>{t('intro')}</p>
      {loopback && (
        <Button variant="light" onClick={() => look(loopback)}>
          {t('runLoopback')}
        </Button>
      )}
    </div>
  )
}
