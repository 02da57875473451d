// A diagnosis from its target to its report: names first, then one polite session a place, then the probes that are wanted.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import type { Finding } from '#shared/values/report.ts'
import { straight, wayOf } from '../net/index.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import { type Level, skippedFindings } from './catalogue.ts'
import type { SessionCheck } from './check.ts'
import { closedPortChecks, sessionChecks } from './checks/index.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import type { DomainObserved } from './domain.ts'
import { domainFindings, recordFindings, withRecords } from './domain-findings.ts'
import { findingOf } from './finding.ts'
import { createGate, type Gate } from './gate.ts'
import { type LookTools, look } from './look.ts'
import { lookTogether } from './look-together.ts'
import { endpointName, type Observed } from './observed.ts'
import { offersOf } from './offers.ts'
import { type Plan, planFor } from './plan.ts'
import { isConnected } from './preconditions.ts'
import { orderFor, sessionChecksBeside, wantedProbes } from './probes/wanted.ts'
import { publishedRecords } from './published/index.ts'
import { beginReport, finishReport, type ReportDraft, stateOf } from './report.ts'
import { lookingUp, probingAt, step, talkingTo } from './steps.ts'
import { told } from './told.ts'

/** Long enough for a slow server, short enough for a person who waits. */
const defaultReplyTimeout = 10

/** The report is always the last event, and comes also when the diagnosis is stopped. */
export async function* diagnose(target: DiagnoseTarget, tools: DiagnoseTools): AsyncGenerator<DiagnoseEvent> {
  const now = nowOf(tools)
  const report = beginReport(targetName(target), now())
  const gate = createGate(tools)
  try {
    yield* told<DiagnoseEvent>((tell) => run({ target, tools, report, gate, tell, wanted: wantedBy(target) }))
  } catch (error) {
    report.failure = failureOf(error, 'dns')
  }
  if (tools.signal.aborted) report.failure = stopped(report.target)
  if (report.failure?.stage !== 'input')
    report.findings.push(...skippedFindings(report.findings, askedOf(target, report)))
  yield { kind: 'report', report: finishReport(report, now()) }
}

type Work = {
  readonly target: DiagnoseTarget
  readonly tools: DiagnoseTools
  readonly report: ReportDraft
  readonly gate: Gate
  readonly tell: (event: DiagnoseEvent) => void
  readonly wanted: (id: string) => boolean
}

async function run(work: Work): Promise<void> {
  const { target, tools, report, tell } = work
  tell(step(lookingUp(report.target), 0, 1))
  const plan = await planFor(target.text, target.access, { ...tools, mxPort: tools.mxPort ?? 25 })
  report.role = plan.role
  report.failure = plan.failure
  const domain = plan.domain === null ? null : await tellDomain(work, plan.domain)
  const places = levelOf(target) === 0 ? [] : await lookAtAll(work, plan)
  const order = togetherOrder(work, { ...plan, domain }, places)
  tellFindings(work, await lookTogether(order, { ...tools, ...lookTools(work) }))
}

async function tellDomain(work: Work, observed: DomainObserved): Promise<DomainObserved> {
  const { tools, wanted } = work
  tellFindings(work, domainFindings(observed))
  const domain = await withRecords(observed, { ...tools, now: nowOf(tools), wanted })
  if (domain.records !== undefined) work.report.records.push(...publishedRecords(domain.records))
  tellFindings(work, recordFindings(domain))
  return domain
}

async function lookAtAll(work: Work, plan: Plan): Promise<Observed[]> {
  const { tools, report, tell } = work
  const places: Observed[] = []
  tell({ kind: 'plan', endpoints: plan.endpoints.map(endpointName), connections: plan.endpoints.length })
  for (const [index, endpoint] of plan.endpoints.entries()) {
    if (tools.signal.aborted) break
    tell(step(talkingTo(endpoint), index + 1, plan.endpoints.length + 1))
    const observed = await look(endpoint, lookTools(work))
    places.push(observed)
    report.connections += connectionsIn(observed)
    report.endpoints.push(stateOf(observed))
    if (isConnected(observed)) tellOpen(work, observed)
  }
  tellClosed(work, places)
  await probeAll(work, plan, places.filter(isConnected))
  return places
}

/** One place after the other, and one probe after the other. */
async function probeAll(work: Work, plan: Plan, open: readonly Observed[]): Promise<void> {
  const { target, tools, report, gate, tell } = work
  const { credentials = null, scanProfile = 'quick' } = target
  const order = orderFor(target, work.wanted)
  const due = open.flatMap((observed) => wantedProbes(observed, order).map((probe) => ({ observed, probe })))
  if (due.length === 0) return
  const budget = due.reduce((sum, { observed, probe }) => sum + probe.connections(observed, { scanProfile }), 0)
  tell({ kind: 'plan', endpoints: open.map(({ endpoint }) => endpointName(endpoint)), connections: budget })
  for (const [index, { observed, probe }] of due.entries()) {
    if (tools.signal.aborted) return
    const label = probingAt(probe.doing, observed.endpoint)
    tell(step(label, index, due.length))
    const before = gate.opened
    const findings = await probe.run(observed, {
      ...lookTools(work),
      gate,
      domain: plan.domain?.domain ?? null,
      credentials,
      idleSeconds: tools.idleSeconds ?? null,
      scanProfile,
      onScan: (scan) => report.scans.push(scan),
      tell: (done, total) => tell(step(label, index + done / Math.max(total, 1), due.length)),
    })
    report.connections += gate.opened - before
    tellFindings(work, findings)
  }
}

/** A usual port that is closed matters only when every one of them is. */
function tellClosed(work: Work, places: readonly Observed[]): void {
  const closed = places.filter((observed) => !isConnected(observed))
  const isAllClosed = closed.length === places.length
  if (isAllClosed) work.report.failure ??= closed[0]?.failure ?? null
  for (const observed of closed) {
    const isOptional = observed.endpoint.isOptional && !isAllClosed
    const checks = observed.endpoint.isOptional ? closedPortChecks : sessionChecks
    tellFindings(work, sessionFindings({ ...observed, endpoint: { ...observed.endpoint, isOptional } }, checks))
  }
}

function tellOpen(work: Work, observed: Observed): void {
  const offers = offersOf(observed)
  if (offers !== null) {
    work.report.offers.push(offers)
    work.tell({ kind: 'offers', offers })
  }
  const checks = sessionChecksBeside(wantedProbes(observed, orderFor(work.target, work.wanted)))
  tellFindings(work, sessionFindings(observed, checks))
}

function tellFindings({ report, tell, wanted }: Work, findings: readonly Finding[]): void {
  for (const finding of findings.filter(({ id }) => wanted(id))) {
    report.findings.push(finding)
    tell({ kind: 'finding', finding })
  }
}

const togetherOrder = ({ target, report, gate, wanted }: Work, plan: Plan, places: readonly Observed[]) => ({
  target: report.target,
  plan,
  places,
  security: target.access?.route === 'relay' ? target.access.security : null,
  wasThrottled: gate.wasThrottled,
  blocklists: target.blocklists ?? [],
  wanted,
})

function sessionFindings(observed: Observed, checks: readonly SessionCheck[]): readonly Finding[] {
  const { endpoint, session } = observed
  const place = { endpoint: endpointName(endpoint), session, role: endpoint.role }
  return checks.flatMap((check) => findingOf(check, observed, place) ?? [])
}

function wantedBy({ only = [] }: DiagnoseTarget): (id: string) => boolean {
  const wanted = only.map((id) => id.trim().toUpperCase()).filter((id) => id !== '')
  return (id) => {
    const group = id.split('-')[0] ?? ''
    return wanted.length === 0 || wanted.some((one) => (one.includes('-') ? one === id : one.startsWith(group)))
  }
}

function lookTools({ target: { access, authorities: further = null }, tools, tell }: Work): LookTools {
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

const nowOf = ({ now = () => new Date() }: DiagnoseTools) => now
const levelOf = ({ level = 1 }: DiagnoseTarget): Level => level

const askedOf = (target: DiagnoseTarget, { target: name, failure }: ReportDraft) => ({
  target: name,
  level: levelOf(target),
  isStopped: failure !== null,
  wanted: wantedBy(target),
})

const connectionsIn = ({ entries, detour }: Observed): number =>
  [...entries, ...(detour?.entries ?? [])].filter(
    ({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected' && facts.isProxy !== true,
  ).length

const targetName = ({ text, access }: DiagnoseTarget): string =>
  access?.route === 'relay' ? endpointName(access) : text.trim()

const stopped = (target: string) =>
  smtpError('stopped', 'connect', `The diagnosis of ${target} was stopped.`, { facts: { host: target } }).failure
