// The report as it grows: whatever happens, what was found so far is in it.
import type { Failure } from '#shared/values/failure.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { EndpointState, Finding, Offers, Report } from '#shared/values/report.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import { endpointName, type Observed } from './observed.ts'
import type { Plan } from './plan.ts'

export type ReportDraft = {
  readonly target: string
  readonly startedAt: Date
  readonly findings: Finding[]
  readonly offers: Offers[]
  readonly endpoints: EndpointState[]
  readonly scans: TlsScan[]
  readonly records: PublishedRecord[]
  role: Plan['role']
  connections: number
  failure: Failure | null
  /** The person did not want the probes. */
  isDeclined: boolean
}

export const beginReport = (target: string, startedAt: Date): ReportDraft => ({
  target,
  startedAt,
  findings: [],
  offers: [],
  endpoints: [],
  scans: [],
  records: [],
  role: 'submission',
  connections: 0,
  failure: null,
  isDeclined: false,
})

export function finishReport(draft: ReportDraft, now: Date): Report {
  const { target, startedAt, findings, offers, endpoints, scans, records, role, connections, failure } = draft
  return {
    target,
    role,
    startedAt: startedAt.toISOString(),
    durationMs: now.getTime() - startedAt.getTime(),
    connections,
    checks: findings,
    summary: summaryOf(findings),
    offers,
    endpoints,
    scans,
    records,
    failure,
  }
}

export function stateOf({ endpoint, entries, address, failure, durationMs, phases, session }: Observed): EndpointState {
  const { host, port, role } = endpoint
  const state = address === '' ? 'closed' : failure === null ? 'open' : 'broken'
  return {
    endpoint: endpointName(endpoint),
    host,
    port,
    address: address || (endpoint.address?.address ?? addressTried(entries)),
    role,
    state,
    durationMs,
    phases: [...phases],
    session,
  }
}

/** The first of those that did not answer; empty where the host has none. */
function addressTried(entries: Observed['entries']): string {
  const { addresses = '' } = entries.find(({ kind }) => kind === 'dns')?.facts ?? {}
  return String(addresses).split(', ')[0] ?? ''
}

function summaryOf(findings: readonly Finding[]): Report['summary'] {
  const summary = { pass: 0, info: 0, warn: 0, fail: 0, indeterminate: 0, skipped: 0 }
  for (const { result } of findings) summary[result] += 1
  return summary
}
