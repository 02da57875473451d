// What each place offers: EHLO before TLS, after TLS and after login, and the ways to log in.
import { useState } from 'react'
import type { Offers } from '#shared/values/report.ts'
import classes from '../diagnose.module.css'
import { PlaceChoice } from '../places/place-choice.tsx'
import { AuthTable } from './auth-table.tsx'
import { EhloTable } from './ehlo-table.tsx'

export function OffersView({ offers }: { offers: readonly Offers[] }) {
  const [chosen, choose] = useState<string | null>(null)
  const shown = offers.find(({ endpoint }) => endpoint === chosen) ?? offers[0]
  if (!shown) return null
  return (
    <>
      <PlaceChoice places={offers.map(({ endpoint }) => endpoint)} shown={shown.endpoint} choose={choose} />
      <p className={classes.greeting}>
        <code>{shown.greeting}</code>
        <span>{shown.address}</span>
      </p>
      <EhloTable offers={shown} />
      <AuthTable auth={shown.auth} />
    </>
  )
}
