// The chains that a scan was shown beside the one of the session: for another kind of key, or another name.
import { tlsTerms } from '#shared/explain/tls-scan.ts'
import type { Certificate, TlsDetail } from '#shared/values/tls.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import { say } from '../../ui/language.ts'

type OtherChain = { readonly shownFor: string; readonly chain: Certificate[] }

export function otherChains(tls: TlsDetail | null, scan: TlsScan | undefined): readonly OtherChain[] {
  const known = tls?.chain[0]?.sha256
  return (scan?.certificates ?? [])
    .filter(({ chain }) => chain[0] !== undefined && chain[0].sha256 !== known)
    .map(({ shownFor, chain }) => ({ shownFor: shownFor.map((wish) => say(tlsTerms.wishes[wish])).join(', '), chain }))
}
