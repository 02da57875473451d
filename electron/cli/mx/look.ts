// What DNS, and the policy of the domain, say of the servers that take its mail.
import type { Failure } from '#shared/values/failure.ts'
import {
  createPolicyCache,
  findStsPolicy,
  type LookUpTools,
  lookUp,
  type MxHost,
  type MxRoute,
  mxRoute,
  type StsResult,
} from '../../engine/dns/index.ts'
import { type TlsaRecord, usableRecords } from '../../engine/net/index.ts'
import { failureOf } from '../../engine/smtp-error.ts'

export type HostFacts = MxHost & {
  readonly addresses: readonly string[]
  /** Whether its address was validated (DNSSEC), by a resolver that is believed. */
  readonly isAuthentic: boolean
  /** Where a CNAME record leads, which an MX host must not have; null without one. */
  readonly alias: string | null
  readonly tlsa: {
    readonly isAuthentic: boolean
    readonly records: readonly (TlsaRecord & { readonly isUsable: boolean })[]
  }
  /** Why something of it is not known. */
  readonly problem: Failure | null
}

export type MxFacts = {
  readonly domain: string
  readonly source: MxRoute['source']
  readonly isAuthentic: boolean
  readonly hosts: readonly HostFacts[]
  readonly mtaSts: {
    readonly id: string | null
    readonly policy: { readonly mode: string; readonly mx: readonly string[]; readonly maxAge: number } | null
    readonly problem: string | null
  } | null
}

/** Throws where the domain takes no mail, or cannot be asked for; trouble with one host or with the policy is told. */
export async function look(domain: string, tools: LookUpTools): Promise<MxFacts> {
  const { source, hosts, answer } = await mxRoute(domain, tools)
  const [found, sts] = await Promise.all([
    Promise.all(hosts.map((mx) => hostFacts(mx, tools))),
    source === 'literal' ? null : findStsPolicy(domain, { ...tools, cache: createPolicyCache() }),
  ])
  return { domain, source, isAuthentic: answer?.isAuthentic ?? false, hosts: found, mtaSts: stsFacts(sts) }
}

async function hostFacts(mx: MxHost, tools: LookUpTools): Promise<HostFacts> {
  const nothing = { isAuthentic: false, alias: null, tlsa: { isAuthentic: false, records: [] }, problem: null }
  const addresses = await addressesOf(mx.host, tools)
  const isAddress = addresses[0] === mx.host
  if (isAddress) return { ...mx, ...nothing, addresses }
  try {
    const [four, six, keys] = await Promise.all([
      lookUp(mx.host, 'A', tools),
      lookUp(mx.host, 'AAAA', tools),
      lookUp(`_25._tcp.${mx.host}`, 'TLSA', tools),
    ])
    const full = [four, six].filter(({ records }) => records.length > 0)
    const published = keys.records.flatMap((record) => (record.type === 'TLSA' ? [record] : []))
    const usable = usableRecords(published)
    const records = published.map((record) => {
      const { usage, selector, matching, data } = record
      return { usage, selector, matching, data, isUsable: usable.includes(record) }
    })
    return {
      ...mx,
      addresses,
      isAuthentic: full.length > 0 && full.every(({ isAuthentic }) => isAuthentic),
      alias: four.aliases.at(-1) ?? null,
      tlsa: { isAuthentic: keys.isAuthentic && records.length > 0, records },
      problem: null,
    }
  } catch (error) {
    return { ...mx, ...nothing, addresses, problem: problemOf(error) }
  }
}

/** A host without an address is told as such: the others still take mail. */
async function addressesOf(host: string, { resolver, signal }: LookUpTools): Promise<string[]> {
  try {
    return (await resolver.addresses(host, signal)).map(({ address }) => address)
  } catch (error) {
    const { kind } = failureOf(error, 'dns')
    if (kind === 'stopped' || kind === 'internal') throw error
    return []
  }
}

function stsFacts(sts: StsResult | null): MxFacts['mtaSts'] {
  if (sts === null || sts.kind === 'none') return null
  if (sts.kind === 'unusable') return { id: null, policy: null, problem: sts.reason }
  return { id: sts.id, policy: sts.policy, problem: null }
}

function problemOf(error: unknown): Failure {
  const failure = failureOf(error, 'dns')
  if (failure.kind === 'stopped' || failure.kind === 'internal') throw error
  return failure
}
