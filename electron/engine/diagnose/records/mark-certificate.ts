// What is wrong with the certificate of a logo (VMC or CMC; draft-fetch-validation-vmc-wchuang). Whether its authority is one
// that mail programs trust, only they can say. Pure.
import type { X509Certificate } from 'node:crypto'
import { certificatesIn, isSignedBy, toCertificate } from '../../net/index.ts'

export type MarkFault =
  | 'no-certificate'
  /** It is for something else. */
  | 'no-mark'
  | 'not-yet'
  | 'expired'
  | 'other-name'
  /** One in it is not signed by the next. */
  | 'broken-chain'

/** id-kp-BrandIndicatorforMessageIdentification */
const markPurpose = '1.3.6.1.5.5.7.3.31'

/** `names`: those of which one has to stand in it. */
export function faultsOfMark(pem: string, names: readonly string[], now: Date): MarkFault[] {
  const chain = chainIn(pem)
  const [leaf] = chain
  if (leaf === undefined) return ['no-certificate']
  const shown = toCertificate(leaf)
  const time = now.toISOString()
  const covered = shown.names.map((name) => name.toLowerCase())
  return [
    ...((leaf.keyUsage ?? []).includes(markPurpose) ? [] : (['no-mark'] as const)),
    ...(shown.validFrom <= time ? [] : (['not-yet'] as const)),
    ...(shown.validTo > time ? [] : (['expired'] as const)),
    ...(names.some((name) => covered.includes(name)) ? [] : (['other-name'] as const)),
    ...(isUnbroken(chain) ? [] : (['broken-chain'] as const)),
  ]
}

function chainIn(pem: string): X509Certificate[] {
  try {
    return certificatesIn(pem)
  } catch {
    return []
  }
}

const isUnbroken = (chain: readonly X509Certificate[]): boolean =>
  chain.every((one, index) => {
    const issuer = chain[index + 1]
    return issuer === undefined || isSignedBy(one, issuer)
  })
