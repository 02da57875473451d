// TLSA records (RFC 6698 §2.1): which of them can be used, and how they are written. They judge in dane.ts.
import { createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'

/** `data` in hex. */
export type TlsaRecord = {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: string
}

export const authorityUsage = 2
export const leafUsage = 3
export const wholeCertificate = 0
export const publicKeyOnly = 1

/** RFC 7672 §3.1: usages 2 and 3 alone; of several digests of the same thing the strongest counts (RFC 7671 §9). */
export function usableRecords(records: readonly TlsaRecord[]): TlsaRecord[] {
  const usable = records.filter(isUsable)
  return usable.filter(({ usage, selector, matching }) => {
    const isOutdone = (other: TlsaRecord) =>
      other.usage === usage && other.selector === selector && other.matching === 2
    return matching !== 1 || !usable.some(isOutdone)
  })
}

/** `3 1 1`, as zone files write it. */
export const tlsaForm = ({ usage, selector, matching }: TlsaRecord): string => `${usage} ${selector} ${matching}`

/** Throws where `data` is no key. */
export const keyOf = (data: string): KeyObject =>
  createPublicKey({ key: Buffer.from(data, 'hex'), format: 'der', type: 'spki' })

function isUsable({ usage, selector, matching, data }: TlsaRecord): boolean {
  if (usage !== authorityUsage && usage !== leafUsage) return false
  if (selector !== wholeCertificate && selector !== publicKeyOnly) return false
  const digits = { 0: null, 1: 64, 2: 128 }[matching]
  if (digits === undefined) return false
  return digits === null ? isReadable(selector, data) : data.length === digits
}

/** RFC 7671 §5.1: matching type 0 has the certificate or key itself, which must be one. */
function isReadable(selector: number, data: string): boolean {
  try {
    if (selector === wholeCertificate) new X509Certificate(Buffer.from(data, 'hex'))
    else keyOf(data)
    return true
  } catch {
    return false
  }
}
