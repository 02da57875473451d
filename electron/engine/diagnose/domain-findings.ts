// What is found about a domain without a session: its route, and the other records that it publishes.
import type { Finding } from '#shared/values/report.ts'
import { domainChecks } from './checks/index.ts'
import { recordChecks } from './checks/records/index.ts'
import type { DomainObserved } from './domain.ts'
import { findingOf } from './finding.ts'
import type { GatherTools } from './records/gather.ts'

export type WithRecordsTools = GatherTools & { readonly wanted: (id: string) => boolean }

/** DNS is asked for more only where that is wanted, and where there is such a domain. Throws `stopped` alone. */
export async function withRecords(observed: DomainObserved, tools: WithRecordsTools): Promise<DomainObserved> {
  const isWanted = recordChecks.some(({ id }) => tools.wanted(id))
  const hasRecords = observed.route?.source !== 'literal' && observed.failure?.kind !== 'host-not-found'
  if (!isWanted || !hasRecords) return observed
  const { gatherRecords } = await import('./records/gather.ts')
  return { ...observed, records: await gatherRecords(observed.domain, tools) }
}

export const domainFindings = (observed: DomainObserved): readonly Finding[] =>
  domainChecks.flatMap((check) => findingOf(check, observed, placeOf(observed)) ?? [])

export function recordFindings(observed: DomainObserved): readonly Finding[] {
  const { records } = observed
  if (records === undefined) return []
  return recordChecks.flatMap((check) => findingOf(check, records, placeOf(observed)) ?? [])
}

const placeOf = ({ domain }: DomainObserved) => ({ endpoint: domain, session: null, role: 'mx' }) as const
