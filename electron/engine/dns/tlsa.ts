// The TLSA records of an MX host, where DANE may be used at all: every answer on the way to them must be authentic
// (RFC 7672 §2.2).
import { ipFamily } from '#shared/address/index.ts'
import { type TlsaRecord, usableRecords } from '../net/index.ts'
import { type LookUpTools, lookUp } from './look-up.ts'
import type { DnsAnswer } from './resolver.ts'

export type HostKeys =
  | {
      readonly kind: 'keys'
      /** The name below which the records are (TLSA base domain): to be asked for by SNI and found in the certificate. */
      readonly base: string
      readonly published: readonly TlsaRecord[]
      /** Those that mail may use; perhaps none. */
      readonly usable: readonly TlsaRecord[]
    }
  /** An answer is not authentic, so that records would prove nothing. */
  | { readonly kind: 'insecure' }
  | { readonly kind: 'absent' }

/** Records for mail among servers; the port that a test uses instead is not asked for. */
const service = '_25._tcp'

/** Throws `dns-bogus` or `dns-unavailable`: then the host must not be used (RFC 7672 §2.1.2). */
export async function keysOf(host: string, tools: LookUpTools): Promise<HostKeys> {
  if (ipFamily(host) !== null) return { kind: 'absent' }
  const bases = await secureNames(host, tools)
  if (bases.length === 0) return { kind: 'insecure' }
  let without: HostKeys = { kind: 'absent' }
  for (const base of bases) {
    const { records, isAuthentic } = await lookUp(`${service}.${base}`, 'TLSA', tools)
    const published = records.flatMap((record) => (record.type === 'TLSA' ? [tlsaOf(record)] : []))
    if (published.length === 0) continue
    if (isAuthentic) return { kind: 'keys', base, published, usable: usableRecords(published) }
    // RFC 7672 §2.2: records that are not authentic are none.
    without = { kind: 'insecure' }
  }
  return without
}

/** Names that may have records: where aliases lead first, then the host itself (RFC 7672 §2.2.3). */
async function secureNames(host: string, tools: LookUpTools): Promise<string[]> {
  const answers = await Promise.all([lookUp(host, 'A', tools), lookUp(host, 'AAAA', tools)])
  const end = answers.flatMap(({ aliases }) => aliases.slice(-1))[0]
  if (isSecure(answers)) return end === undefined ? [host] : [end, host]
  if (end === undefined) return []
  // RFC 7672 §2.2.2: an alias that leads out of the signed part of DNS may itself be signed.
  const alias = await lookUp(host, 'CNAME', tools)
  return alias.isAuthentic && alias.records.length > 0 ? [host] : []
}

/** Answers without records count where there are no others. */
function isSecure(answers: readonly DnsAnswer[]): boolean {
  const full = answers.filter(({ records }) => records.length > 0)
  return (full.length > 0 ? full : answers).every(({ isAuthentic }) => isAuthentic)
}

const tlsaOf = ({ usage, selector, matching, data }: TlsaRecord): TlsaRecord => ({ usage, selector, matching, data })
