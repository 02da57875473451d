// The TLS of each place: what a scan found, what the session used, and the certificates.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from '../parts.module.css'
import { PlaceChoice } from '../places/place-choice.tsx'
import type { Seen } from '../situation.ts'
import { Behaviour } from './behaviour.tsx'
import { Chain } from './chain.tsx'
import { KeyLists } from './key-lists.tsx'
import { otherChains } from './other-chains.ts'
import { SessionTls } from './session-tls.tsx'
import { SuiteKinds } from './suite-kinds.tsx'
import { SuiteMatrix } from './suite-matrix.tsx'
import { Versions } from './versions.tsx'

export function TlsView({ seen: { offers, scans } }: { seen: Pick<Seen, 'offers' | 'scans'> }) {
  const { t } = useTranslation('diagnose')
  const [chosen, choose] = useState<string | null>(null)
  const places = [...new Set([...offers, ...scans].map(({ endpoint }) => endpoint))]
  const shown = places.find((place) => place === chosen) ?? places[0]
  if (shown === undefined) return null
  const tls = offers.find(({ endpoint }) => endpoint === shown)?.tls ?? null
  const scan = scans.find(({ endpoint }) => endpoint === shown)
  const others = otherChains(tls, scan)
  return (
    <div className={classes.parts}>
      <PlaceChoice places={places} shown={shown} choose={choose} />
      {tls === null && !scan && <p className={classes.plain}>{t('noTls')}</p>}
      {tls && <h2>{t('chain')}</h2>}
      {tls && <Chain tls={tls} />}
      {others.map(({ shownFor, chain }) => (
        <div key={chain[0]?.sha256}>
          <h2>{t('otherChain', { wishes: shownFor })}</h2>
          <Chain tls={{ chain, faults: [] }} />
        </div>
      ))}
      {tls && <SessionTls tls={tls} />}
      {scan ? (
        <>
          <Versions versions={scan.versions} />
          {scan.suites.length > 0 ? <SuiteMatrix suites={scan.suites} /> : <SuiteKinds kinds={scan.classes} />}
          <KeyLists scan={scan} />
          <Behaviour traits={scan.traits} />
          <p className={classes.plain}>
            {t('scanCost', { count: scan.connections, profile: t(`scan_${scan.profile}`) })}
            {!scan.isComplete && ` ${t('scanCut')}`}
          </p>
        </>
      ) : (
        tls && <p className={classes.plain}>{t('noScan')}</p>
      )}
    </div>
  )
}
