// What each endpoint offers: EHLO before and after TLS, TLS with its chain, logins.
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Offers } from '#shared/values/report.ts'
import classes from '../diagnose.module.css'
import { TlsPanel } from '../tls/tls-panel.tsx'
import { AuthTable } from './auth-table.tsx'
import { EhloTable } from './ehlo-table.tsx'

export function OffersView({ offers }: { offers: readonly Offers[] }) {
  const [chosen, choose] = useState<string | null>(null)
  const shown = offers.find(({ endpoint }) => endpoint === chosen) ?? offers[0]
  if (!shown) return null
  return (
    <>
      {offers.length > 1 && (
        <SegmentedControl
          size="xs"
          mt="sm"
          data={offers.map(({ endpoint }) => endpoint)}
          value={shown.endpoint}
          onChange={choose}
        />
      )}
      <p className={classes.greeting}>
        <code>{shown.greeting}</code>
        <span>{shown.address}</span>
      </p>
      <EhloTable offers={shown} />
      <TlsPanel tls={shown.tls} />
      <AuthTable auth={shown.auth} />
    </>
  )
}
