// A diagnosis from its target to its report: names first, then one polite session an endpoint, one at a time.

import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { say } from '#shared/explain/words.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import type { Resolver } from '../dns/index.ts'
import { type Recorder, straight, wayOf } from '../net/index.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import type { SessionCheck } from './check.ts'
import { closedPortChecks, domainChecks, sessionChecks } from './checks/index.ts'
import type { DomainObserved } from './domain.ts'
import { findingOf } from './finding.ts'
import { type LookTools, look } from './look.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import { offersOf } from './offers.ts'
import { type DiagnoseAccess, planFor } from './plan.ts'
import { isConnected } from './preconditions.ts'
import { beginReport, finishReport, type ReportDraft } from './report.ts'

export type DiagnoseTarget = {
  /** A domain, host, host:port or address; ignored where a profile names its server. */
  readonly text: string
  readonly access: DiagnoseAccess | null
  /** Ids (`STL-01`) or groups (`STL`) of the checks that are wanted; none for all. */
  readonly only?: readonly string[]
  /** 0: DNS alone. 1: one polite session an endpoint as well. */
  readonly level?: number
}

export type DiagnoseTools = {
  readonly recorder: Recorder
  readonly resolver: Resolver
  /** Aborted by Stop: the session ends at once, and the report tells what was found until then. */
  readonly signal: AbortSignal
  /** Seconds for each reply; null for the default. */
  readonly replyTimeout: number | null
  readonly now?: () => Date
  /** Port of MX hosts; 25 but for tests. */
  readonly mxPort?: number
}

/** Long enough for a slow server, short enough for a person who waits. */
const defaultReplyTimeout = 10

/** The report is always the last event, and comes also when the diagnosis is stopped. */
export async function* diagnose(target: DiagnoseTarget, tools: DiagnoseTools): AsyncGenerator<DiagnoseEvent> {
  const now = tools.now ?? (() => new Date())
  const report = beginReport(targetName(target), now())
  try {
    yield* run(target, tools, report)
  } catch (error) {
    report.failure = failureOf(error, 'dns')
  }
  if (tools.signal.aborted) report.failure = stopped(report.target)
  yield { kind: 'report', report: finishReport(report, now()) }
}

async function* run(target: DiagnoseTarget, tools: DiagnoseTools, report: ReportDraft): AsyncGenerator<DiagnoseEvent> {
  yield step(lookingUp(report.target), 0, 1)
  const plan = await planFor(target.text, target.access, { ...tools, mxPort: tools.mxPort ?? 25 })
  report.role = plan.role
  report.failure = plan.failure
  const wanted = wantedBy(target)
  if (plan.domain !== null) yield* tell(domainFindings(plan.domain).filter(wanted), report)
  if (target.level === 0) return
  const closed: Observed[] = []
  for (const [index, endpoint] of plan.endpoints.entries()) {
    if (tools.signal.aborted) break
    yield step(talkingTo(endpoint), index + 1, plan.endpoints.length + 1)
    const observed = yield* lookAt(endpoint, lookTools(target, tools))
    report.connections += connectionsIn(observed)
    if (!isConnected(observed)) closed.push(observed)
    else yield* tellAll(observed, wanted, report)
  }
  yield* tellClosed(closed, plan.endpoints.length, wanted, report)
}

/** A usual port that is closed matters only when every one of them is. */
async function* tellClosed(
  closed: readonly Observed[],
  endpoints: number,
  wanted: (finding: Finding) => boolean,
  report: ReportDraft,
): AsyncGenerator<DiagnoseEvent> {
  const isAllClosed = closed.length === endpoints
  if (isAllClosed) report.failure ??= closed[0]?.failure ?? null
  for (const observed of closed) {
    const isOptional = observed.endpoint.isOptional && !isAllClosed
    const checks = observed.endpoint.isOptional ? closedPortChecks : sessionChecks
    const endpoint = { ...observed.endpoint, isOptional }
    yield* tell(sessionFindings({ ...observed, endpoint }, checks).filter(wanted), report)
  }
}

async function* tellAll(
  observed: Observed,
  wanted: (finding: Finding) => boolean,
  report: ReportDraft,
): AsyncGenerator<DiagnoseEvent> {
  const offers = offersOf(observed)
  if (offers !== null) {
    report.offers.push(offers)
    yield { kind: 'offers', offers }
  }
  yield* tell(sessionFindings(observed, sessionChecks).filter(wanted), report)
}

async function* tell(findings: readonly Finding[], report: ReportDraft): AsyncGenerator<DiagnoseEvent> {
  for (const finding of findings) {
    report.findings.push(finding)
    yield { kind: 'finding', finding }
  }
}

async function* lookAt(endpoint: Endpoint, tools: LookTools): AsyncGenerator<DiagnoseEvent, Observed> {
  const sessions = look(endpoint, tools)
  for (;;) {
    const next = await sessions.next()
    if (next.done) return next.value
    yield { kind: 'session', transcriptId: next.value.session }
  }
}

function domainFindings(domain: DomainObserved): readonly Finding[] {
  const place = { endpoint: domain.domain, session: null, role: 'mx' } as const
  return domainChecks.flatMap((check) => findingOf(check, domain, place) ?? [])
}

function sessionFindings(observed: Observed, checks: readonly SessionCheck[]): readonly Finding[] {
  const { endpoint, session } = observed
  const place = { endpoint: endpointName(endpoint), session, role: endpoint.role }
  return checks.flatMap((check) => findingOf(check, observed, place) ?? [])
}

function wantedBy({ only = [] }: DiagnoseTarget): (finding: Finding) => boolean {
  const wanted = only.map((id) => id.trim().toUpperCase()).filter((id) => id !== '')
  return ({ id, group }) =>
    wanted.length === 0 || wanted.some((one) => (one.includes('-') ? one === id : one.startsWith(group)))
}

function lookTools({ access }: DiagnoseTarget, tools: DiagnoseTools): LookTools {
  const { pin = null, authorities = null } = access?.certificate ?? {}
  return {
    recorder: tools.recorder,
    resolver: tools.resolver,
    signal: tools.signal,
    certificate: { pin, authorities },
    ehloName: access?.ehloName ?? null,
    way: access === null ? straight : wayOf(access.connection, access.proxySecret),
    replyTimeout: tools.replyTimeout ?? defaultReplyTimeout,
    now: tools.now ?? (() => new Date()),
  }
}

const connectionsIn = ({ entries, detour }: Observed): number =>
  [...entries, ...(detour?.entries ?? [])].filter(
    ({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected' && facts.isProxy !== true,
  ).length

const step = (label: Words, done: number, total: number): DiagnoseEvent => ({
  kind: 'step',
  label: { ...label },
  done,
  total,
})
const lookingUp = (target: string) => say(`Looking up ${target}`, `Buscando ${target}`)
const talkingTo = (endpoint: Endpoint) =>
  say(`Talking to ${endpointName(endpoint)}`, `Hablando con ${endpointName(endpoint)}`)

const targetName = ({ text, access }: DiagnoseTarget): string =>
  access?.route === 'relay' ? endpointName(access) : text.trim()

const stopped = (target: string) =>
  smtpError('stopped', 'connect', `The diagnosis of ${target} was stopped.`, { facts: { host: target } }).failure
