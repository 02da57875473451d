// What the parts of one diagnosis share: what is wanted, what to work with, the report as it grows, and who is told.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import type { Finding } from '#shared/values/report.ts'
import { straight, wayOf } from '../net/index.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import { groupOf } from './finding.ts'
import type { Gate } from './gate.ts'
import type { LookTools } from './look.ts'
import type { ReportDraft } from './report.ts'

export type Work = {
  readonly target: DiagnoseTarget
  readonly tools: DiagnoseTools
  readonly report: ReportDraft
  readonly gate: Gate
  readonly tell: (event: DiagnoseEvent) => void
  readonly wanted: (id: string) => boolean
}

export function tellFindings({ report, tell, wanted }: Work, findings: readonly Finding[]): void {
  for (const finding of findings.filter(({ id }) => wanted(id))) {
    report.findings.push(finding)
    tell({ kind: 'finding', finding })
  }
}

export function wantedBy({ only = [] }: DiagnoseTarget): (id: string) => boolean {
  const wanted = only.map((id) => id.trim().toUpperCase()).filter((id) => id !== '')
  return (id) => {
    const group = groupOf(id)
    return wanted.length === 0 || wanted.some((one) => (one.includes('-') ? one === id : one.startsWith(group)))
  }
}

export function lookTools({ target: { access, authorities: further = null }, tools, tell }: Work): LookTools {
  const { pin = null, authorities = further } = access?.certificate ?? {}
  return {
    recorder: tools.recorder,
    resolver: tools.resolver,
    signal: tools.signal,
    certificate: { pin, authorities },
    ehloName: access?.ehloName ?? null,
    way: access === null ? straight : wayOf(access.connection, access.proxySecret),
    replyTimeout: tools.replyTimeout ?? defaultReplyTimeout,
    now: nowOf(tools),
    ...(tools.hasRoute === undefined ? {} : { hasRoute: tools.hasRoute }),
    onSession: (transcriptId) => tell({ kind: 'session', transcriptId }),
  }
}

/** Long enough for a slow server, short enough for a person who waits. */
const defaultReplyTimeout = 10

export const nowOf = ({ now = () => new Date() }: DiagnoseTools) => now
