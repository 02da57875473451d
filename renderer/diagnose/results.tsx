// What was found, by tabs: findings, the map, what is offered, TLS, and the records of the domain.
import { Tabs } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from './diagnose.module.css'
import { Findings } from './findings/findings.tsx'
import { OffersView } from './offers/offers.tsx'
import { PlaceMap } from './places/place-map.tsx'
import { RecordsView } from './records/records-view.tsx'
import type { Seen } from './situation.ts'
import { TlsView } from './tls/tls-view.tsx'
import { type Tab, tabs, viewStore } from './view-store.ts'

/** `due`: groups of checks that are to come, while it runs. */
export function Results({ seen, due }: { seen: Seen; due: readonly string[] }) {
  const { t } = useTranslation('diagnose')
  const { tab, turnTo } = useStore(viewStore)
  const has = hasOf(seen)
  const shown = has[tab] ? tab : 'findings'
  const panels = {
    map: <PlaceMap seen={seen} />,
    offers: <OffersView offers={seen.offers} />,
    tls: <TlsView seen={seen} />,
    records: <RecordsView records={seen.records} />,
  }
  return (
    <Tabs
      value={shown}
      onChange={(chosen) => turnTo(tabs.find((each) => each === chosen) ?? 'findings')}
      className={classes.results}
      keepMounted={false}
    >
      <Tabs.List>
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each} disabled={!has[each]}>
            {each === 'findings' ? `${t('findings')} (${seen.checks.length})` : t(`tab_${each}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="findings" className={classes.panel}>
        <Findings findings={seen.checks} due={due} />
      </Tabs.Panel>
      {(['map', 'offers', 'tls', 'records'] as const).map((each) => (
        <Tabs.Panel key={each} value={each} className={classes.scroll} tabIndex={0}>
          {panels[each]}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

const hasOf = ({ endpoints, offers, scans, records }: Seen): Readonly<Record<Tab, boolean>> => ({
  findings: true,
  map: endpoints.length > 0,
  offers: offers.length > 0,
  tls: offers.length > 0 || scans.length > 0,
  records: records.length > 0,
})
