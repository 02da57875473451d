// The certificates that a scan was shown, one chain a kind of key; those of the session where the scan was shown none.
import type { Certificate } from '#shared/values/tls.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { Observed } from '../observed.ts'

export function shownChains({ certificates }: TlsScan, { tls }: Observed): (readonly Certificate[])[] {
  const scanned = certificates.map(({ chain }) => chain).filter((chain) => chain.length > 0)
  if (scanned.length > 0 || tls === null || tls.chain.length === 0) return scanned
  return [tls.chain]
}

export const shownLeaves = (scan: TlsScan, observed: Observed): Certificate[] =>
  shownChains(scan, observed).flatMap(([leaf]) => leaf ?? [])
