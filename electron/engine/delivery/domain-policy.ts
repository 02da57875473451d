// What a domain demands of the way to its MX hosts: DANE (RFC 7672) where its answers are authentic, else MTA-STS (RFC
// 8461). Each verdict is told in the log.
import { createPolicyCache, findStsPolicy, isInPolicy, keysOf, type MxRoute, type StsResult } from '../dns/index.ts'
import { type DaneWish, tlsaForm } from '../net/index.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'
import type { AttemptTools } from './attempt.ts'
import type { Delivery } from './deliver.ts'

export type DomainPolicy = {
  readonly domain: string
  readonly hasDane: boolean
  /** Null where nobody asked for it. */
  readonly sts: StsResult | null
}

export type HostDemand =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'dane'; readonly base: string; readonly wish: DaneWish }
  /** There are TLSA records, but none that can be used: TLS, whatever the certificate (RFC 7672 §2.2). */
  | { readonly kind: 'dane-unusable' }
  /** TLS, and a certificate that holds for the name of the host. */
  | { readonly kind: 'mta-sts' }

/** As far as the person turned it on. A domain that is an address has no policy. */
export async function findPolicy(route: MxRoute, delivery: Delivery, tools: AttemptTools): Promise<DomainPolicy> {
  const { policies } = delivery.order.access
  if (route.source === 'literal') return { domain: route.domain, hasDane: false, sts: null }
  const sts = policies.mtaSts ? await findSts(route.domain, delivery, tools) : null
  return { domain: route.domain, hasDane: policies.dane && mayUseDane(route, tools), sts }
}

/**
 * Throws where the host must not get the mail: it is not in the policy, or what DNS says of its keys cannot be trusted or
 * had. DANE goes before MTA-STS.
 */
export async function demandOf(host: string, policy: DomainPolicy, tools: AttemptTools): Promise<HostDemand> {
  const byDane = policy.hasDane ? await daneDemand(host, policy.domain, tools) : null
  if (byDane?.kind === 'dane') return byDane
  const bySts = stsDemand(host, policy, tools)
  // A certificate that holds is more than one that nobody looks at.
  return bySts.kind === 'nothing' ? (byDane ?? bySts) : bySts
}

/** RFC 7672 §2.2.1: hosts that somebody on the way may have named prove nothing by their keys. */
function mayUseDane({ domain, answer }: MxRoute, { tap }: AttemptTools): boolean {
  if (answer?.isAuthentic) return true
  if (answer?.hasAdBit) {
    // RFC 7672 §2.1.3: AD is worth as much as the way from the resolver to us.
    const why = 'is neither on this computer nor one that was chosen'
    tap.event(
      'warning',
      `DANE is not used: the answer for ${domain} is marked as validated, but ${answer.server} ${why}.`,
    )
  } else {
    tap.event('note', `DANE is not used: the MX answer for ${domain} is not validated (DNSSEC).`)
  }
  return false
}

async function daneDemand(host: string, domain: string, tools: AttemptTools): Promise<HostDemand | null> {
  const { tap } = tools
  const keys = await keysOf(host, tools)
  if (keys.kind === 'insecure') {
    tap.event('note', `DANE: what DNS says of ${host} is not validated (DNSSEC), so its keys are not asked for.`)
    return null
  }
  if (keys.kind === 'absent') {
    tap.event('note', `DANE: ${host} has no TLSA records.`)
    return null
  }
  const forms = keys.published.map(tlsaForm).join(', ')
  if (keys.usable.length === 0) {
    tap.event(
      'warning',
      `DANE: ${host} has TLSA records that mail cannot use (${forms}): TLS is required, whatever the certificate.`,
    )
    return { kind: 'dane-unusable' }
  }
  tap.event('note', `DANE: ${host} must show a certificate that matches its TLSA records (${forms}).`, { tlsa: forms })
  // RFC 7672 §3.2.2: the name of the records, and the domain itself.
  return { kind: 'dane', base: keys.base, wish: { records: keys.usable, names: [keys.base, domain] } }
}

function stsDemand(host: string, { domain, sts }: DomainPolicy, { tap }: AttemptTools): HostDemand {
  if (sts?.kind !== 'policy' || sts.policy.mode === 'none') return { kind: 'nothing' }
  const isIn = isInPolicy(host, sts.policy)
  if (sts.policy.mode === 'enforce') {
    if (!isIn) throw notInPolicy(host, domain, sts.policy.mx)
    return { kind: 'mta-sts' }
  }
  if (!isIn)
    tap.event(
      'warning',
      `MTA-STS is being tested: ${host} is not in the policy, and will get no mail once it is enforced.`,
    )
  return { kind: 'nothing' }
}

async function findSts(
  domain: string,
  { order, tools: { sts = {} } }: Delivery,
  tools: AttemptTools,
): Promise<StsResult> {
  const { authorities } = order.access.certificate
  const { localAddress } = order.access.connection
  const { cache = createPolicyCache(), ...place } = sts
  const result = await findStsPolicy(domain, { ...tools, ...place, cache, authorities, localAddress })
  tellSts(domain, result, tools)
  return result
}

function tellSts(domain: string, result: StsResult, { tap }: AttemptTools): void {
  switch (result.kind) {
    case 'none':
      return void tap.event('note', `MTA-STS: ${domain} has no policy.`)
    case 'unusable':
      return void tap.event('warning', `MTA-STS: the policy of ${domain} is not used: ${result.reason}.`)
    case 'policy': {
      const { id, policy, isKept, trouble } = result
      const hosts = policy.mx.join(', ') || 'no host'
      const origin = isKept ? 'It was fetched before.' : 'It was fetched now.'
      tap.event('note', `MTA-STS: the policy ${id} of ${domain} is “${policy.mode}” for ${hosts}. ${origin}`, {
        mode: policy.mode,
        id,
      })
      if (trouble !== null) tap.event('warning', `MTA-STS: a newer policy of ${domain} cannot be had: ${trouble}.`)
    }
  }
}

function notInPolicy(host: string, domain: string, patterns: readonly string[]): SmtpError {
  const names = patterns.join(', ')
  return smtpError(
    'mta-sts-host-refused',
    'dns',
    `${host} gets no mail: the MTA-STS policy of ${domain} allows ${names}.`,
    {
      facts: { host, domain, names },
    },
  )
}
