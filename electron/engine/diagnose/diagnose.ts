// A diagnosis from its target to its report: names first, then one polite session a place, then the probes that are wanted.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { Finding } from '#shared/values/report.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import { type Level, skippedFindings } from './catalogue.ts'
import type { SessionCheck } from './check.ts'
import { closedPortChecks, sessionChecks } from './checks/index.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import type { DomainObserved } from './domain.ts'
import { domainFindings, recordFindings, withRecords } from './domain-findings.ts'
import { dueOf } from './due.ts'
import { findingOf, placeOf } from './finding.ts'
import { createGate } from './gate.ts'
import { look, mostOfLook } from './look.ts'
import { lookTogether } from './look-together.ts'
import { authorShown, mailAlone } from './mail-alone.ts'
import { endpointName, type Observed } from './observed.ts'
import { offersOf } from './offers.ts'
import { type Plan, planOf } from './plan.ts'
import { isConnected } from './preconditions.ts'
import { probeAll } from './probe-all.ts'
import { orderFor, sessionChecksBeside, wantedProbes } from './probes/wanted.ts'
import { publishedRecords } from './published/index.ts'
import { beginReport, finishReport, type ReportDraft, stateOf } from './report.ts'
import { reportOfSender, wishOf } from './sender-findings.ts'
import { lookingUp, step, talkingTo } from './steps.ts'
import { told } from './told.ts'
import { lookTools, nowOf, tellFindings, type Work, wantedBy } from './work.ts'

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

async function run(work: Work): Promise<void> {
  const { target, tools, report, tell } = work
  tell(step(lookingUp(report.target), 0, 1))
  const plan = await planOf(target, { ...tools, mxPort: tools.mxPort ?? 25 })
  report.role = plan.role
  report.failure = plan.failure
  tell(dueOf(target, plan))
  const domain = plan.domain === null ? null : await tellDomain(work, plan.domain)
  if (domain === null) await tellSender(work)
  const places = levelOf(target) === 0 ? [] : await lookAtAll(work, plan)
  const order = togetherOrder(work, { ...plan, domain }, places)
  tellFindings(work, await lookTogether(order, { ...tools, ...lookTools(work) }))
}

async function tellDomain(work: Work, observed: DomainObserved): Promise<DomainObserved> {
  const { target, tools, report, tell, wanted } = work
  tellFindings(work, domainFindings(observed))
  const sender = wishOf(target)
  const onSession = (transcriptId: string) => tell({ kind: 'session', transcriptId })
  const domain = await withRecords(observed, { ...tools, now: nowOf(tools), wanted, sender, onSession })
  if (domain.records !== undefined) report.records.push(...publishedRecords(domain.records))
  tell({ kind: 'records', records: report.records })
  tellFindings(work, recordFindings(domain))
  return domain
}

/** A server is looked at by itself; whether mail in the name of its user is believed depends on the domain of From. */
async function tellSender(work: Work): Promise<void> {
  const { target, tools, report, tell, wanted } = work
  const onSession = (transcriptId: string) => tell({ kind: 'session', transcriptId })
  const found = await reportOfSender(target, { ...tools, now: nowOf(tools), wanted, onSession })
  if (found === null) return
  report.records.push(...found.records)
  tell({ kind: 'records', records: report.records })
  tellFindings(work, found.findings)
}

async function lookAtAll(work: Work, plan: Plan): Promise<Observed[]> {
  const { tools, report, tell } = work
  const places: Observed[] = []
  tell({
    kind: 'plan',
    endpoints: plan.endpoints.map(endpointName),
    connections: mostOfLook * plan.endpoints.length,
    waitSeconds: 0,
  })
  for (const [index, place] of plan.endpoints.entries()) {
    if (tools.signal.aborted) break
    tell(step(talkingTo(place), index + 1, plan.endpoints.length + 1))
    const observed = await look(place, lookTools(work))
    places.push(observed)
    report.connections += connectionsIn(observed)
    const endpoint = stateOf(observed)
    report.endpoints.push(endpoint)
    tell({ kind: 'endpoint', endpoint })
    if (isConnected(observed)) tellOpen(work, observed)
  }
  tellClosed(work, places)
  await probeAll(work, plan, places.filter(isConnected))
  return places
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
  const place = placeOf(observed)
  return checks.flatMap((check) => findingOf(check, observed, place) ?? [])
}

const levelOf = ({ level = 1 }: DiagnoseTarget): Level => level

/** A no to the probes leaves the polite sessions; the servers of others are not harmed. */
function levelReached(target: DiagnoseTarget, { isDeclined, endpoints }: ReportDraft): Level {
  const level = levelOf(target)
  if (isDeclined && level > 1) return 1
  const isElsewhere = endpoints.some(({ address }) => !isLoopbackHost(address))
  return level === 3 && target.isOwn !== true && isElsewhere ? 2 : level
}

const askedOf = (target: DiagnoseTarget, report: ReportDraft) => ({
  target: report.target,
  level: levelReached(target, report),
  isStopped: report.failure !== null,
  wanted: wantedBy(target),
})

const connectionsIn = ({ entries, detour }: Observed): number =>
  [...entries, ...(detour?.entries ?? [])].filter(
    ({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected' && facts.isProxy !== true,
  ).length

function targetName(target: DiagnoseTarget): string {
  const { text, access } = target
  const mail = mailAlone(target)
  if (mail !== null) return authorShown(mail)
  return access?.route === 'relay' ? endpointName(access) : text.trim()
}

const stopped = (target: string) =>
  smtpError('stopped', 'connect', `The diagnosis of ${target} was stopped.`, { facts: { host: target } }).failure
