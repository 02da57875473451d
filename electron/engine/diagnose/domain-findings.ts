// What is found about a domain without a session: its route, and the other records that it publishes.
import type { Finding } from '#shared/values/report.ts'
import type { Recorder } from '../net/index.ts'
import { domainChecks } from './checks/index.ts'
import { recordChecks } from './checks/records/index.ts'
import type { DomainObserved } from './domain.ts'
import { findingOf } from './finding.ts'
import type { GatherTools } from './records/gather.ts'
import { logAnswers } from './records/log-answers.ts'

export type WithRecordsTools = GatherTools & {
  readonly wanted: (id: string) => boolean
  readonly recorder: Recorder
  /** Told the id of the log of the answers. */
  readonly onSession: (transcriptId: string) => void
}

/** DNS is asked for more only where that is wanted, and where there is such a domain. Throws `stopped` alone. */
export async function withRecords(observed: DomainObserved, tools: WithRecordsTools): Promise<DomainObserved> {
  const isWanted = recordChecks.some(({ id }) => tools.wanted(id))
  const hasRecords = observed.route?.source !== 'literal' && observed.failure?.kind !== 'host-not-found'
  if (!isWanted || !hasRecords) return observed
  const { gatherRecords } = await import('./records/gather.ts')
  const records = await gatherRecords(observed.domain, tools)
  const log = logAnswers(records.domain, records.answers, tools.recorder)
  tools.onSession(log.session)
  return { ...observed, records, log }
}

export const domainFindings = (observed: DomainObserved): readonly Finding[] =>
  domainChecks.flatMap((check) => findingOf(check, observed, placeOf(observed)) ?? [])

export function recordFindings(observed: DomainObserved): readonly Finding[] {
  const { records, log } = observed
  if (records === undefined) return []
  return recordChecks.flatMap((check) => {
    const finding = findingOf(check, records, placeOf(observed))
    if (finding === null) return []
    return [{ ...finding, evidence: [...finding.evidence, ...(log?.evidenceFor(finding.group) ?? [])] }]
  })
}

const placeOf = ({ domain }: DomainObserved) => ({ endpoint: domain, session: null, role: 'mx' }) as const
