// Direct to MX (RFC 5321 §5.1): recipients of one domain share a session, and its hosts are tried in their order.
import { parseMailbox, toAscii } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import { type MxRoute, mxRoute } from '../dns/index.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import { isTransient, nothingKnown } from '../smtp/index.ts'
import { failureOf, smtpError } from '../smtp-error.ts'
import { type Attempt, type AttemptTools, attempt } from './attempt.ts'
import type { Delivery } from './deliver.ts'
import { inTheLightOf, tellTested } from './demand-verdict.ts'
import { type DomainPolicy, demandOf, findPolicy, type HostDemand } from './domain-policy.ts'
import { tellOddHost } from './odd-host.ts'
import { failedPart, type Part, partOf } from './part.ts'
import { recorded } from './recorded.ts'
import { mxPlan, planOptions } from './session-plan.ts'

export async function deliverByMx(delivery: Delivery): Promise<Part[]> {
  const groups = [...byDomain(delivery.order.mail.envelope.to)]
  const parts: Part[] = []
  for (const [index, [domain, recipients]] of groups.entries()) {
    const mail = { ...delivery.order.mail, envelope: { ...delivery.order.mail.envelope, to: recipients } }
    const share = { domain, mail, done: index, of: groups.length }
    await Promise.all(delivery.leaving)
    parts.push(await recorded(`${domain} by MX`, delivery, (tools) => deliverToDomain(delivery, share, tools)))
  }
  return parts
}

type Share = {
  readonly domain: string
  readonly mail: ComposedMail
  /** Domains that are done, of all: for the progress. */
  readonly done: number
  readonly of: number
}

async function deliverToDomain(delivery: Delivery, share: Share, tools: AttemptTools): Promise<Part> {
  const recipients = share.mail.envelope.to
  try {
    const route = await findRoute(share.domain, tools)
    const result = await tryHosts(delivery, route, share, tools)
    return partOf(result, recipients, delivery.order.stopAfter ?? 'mail')
  } catch (error) {
    return failedPart(recipients, failureOf(error, tools.tap.stage))
  }
}

async function findRoute(domain: string, tools: AttemptTools): Promise<MxRoute> {
  enterDns(tools)
  const route = await mxRoute(domain, tools)
  const hosts = route.hosts.map(({ host, preference }) => `${preference} ${host}`).join(', ')
  const facts = { domain, source: route.source, hosts, ...answerFacts(route) }
  tools.tap.event('dns', routeWords[route.source](domain, hosts), facts)
  return route
}

function enterDns({ tap, onStage }: AttemptTools): void {
  tap.stage = 'dns'
  onStage('dns')
}

const answerFacts = ({ answer }: MxRoute) =>
  answer === undefined ? {} : { server: answer.server, isAuthentic: answer.isAuthentic, ms: answer.milliseconds }

const routeWords: Record<MxRoute['source'], (domain: string, hosts: string) => string> = {
  mx: (domain, hosts) => `${domain} has the MX hosts ${hosts}.`,
  implicit: (domain) => `${domain} has no MX record, so mail goes to its own address.`,
  literal: (domain) => `${domain} is an address, so mail goes there.`,
}

async function tryHosts(delivery: Delivery, route: MxRoute, share: Share, tools: AttemptTools): Promise<Attempt> {
  const whole = share.of * share.mail.size
  const onProgress = (sent: number) => tools.onProgress(share.done * share.mail.size + sent, whole)
  const policy = await findPolicy(route, delivery, tools)
  let last: Attempt | null = null
  for (const { host } of route.hosts) {
    await last?.left
    if (last !== null) tools.tap.event('note', `Trying the next host: ${host}.`, { host })
    last = await tryHost({ delivery, route, policy, host }, share.mail, { ...tools, onProgress })
    if (last.result !== null || last.failure === null || !isWorthNext(last.failure)) return last
  }
  if (last === null)
    throw smtpError('domain-has-no-server', 'dns', `${share.domain} has no host.`, { facts: { domain: share.domain } })
  return last
}

type HostChoice = {
  readonly delivery: Delivery
  readonly route: MxRoute
  readonly policy: DomainPolicy
  readonly host: string
}

async function tryHost(choice: HostChoice, mail: ComposedMail, tools: AttemptTools): Promise<Attempt> {
  const { delivery, policy, host } = choice
  const { order } = delivery
  const demand = await demandOn(choice, tools)
  if ('failure' in demand) return demand
  const plan = mxPlan(order.access, host, demand, planOptions(order, order.stopAfter))
  const target = { host, port: delivery.tools.mxPort ?? smtpPort, plan }
  const result = inTheLightOf(demand, await attempt(target, mail, tools))
  tellTested(policy, result, tools)
  return result
}

/** A host that must not get the mail has failed without being asked. */
async function demandOn({ route, policy, host }: HostChoice, tools: AttemptTools): Promise<HostDemand | Attempt> {
  try {
    enterDns(tools)
    if (route.source === 'mx') await tellOddHost(host, tools)
    return await demandOf(host, policy, tools)
  } catch (error) {
    const failure = failureOf(error, 'dns')
    if (failure.kind !== 'stopped') tools.tap.event('warning', failure.message, { kind: failure.kind })
    return { facts: nothingKnown(), result: null, failure }
  }
}

/** RFC 5321 §4.5.4.2 */
const smtpPort = 25

/**
 * RFC 5321 §5.1: a host that cannot be reached or cannot serve now; a final refusal is final for the domain. One that
 * fails at TLS leaves the others (RFC 8461 §5).
 */
function isWorthNext({ kind, stage, reply }: Failure): boolean {
  if (kind === 'stopped' || kind === 'profile-invalid' || kind === 'internal') return false
  return reply === null || stage === 'tls' || isTransient(reply)
}

function byDomain(recipients: readonly string[]): Map<string, string[]> {
  return Map.groupBy(recipients, domainOf)
}

function domainOf(address: string): string {
  const parsed = parseMailbox(address)
  if (parsed.kind === 'mailbox') return (toAscii(parsed.mailbox.domain) ?? parsed.mailbox.domain).toLowerCase()
  throw smtpError('address-invalid', 'input', `${address} has no domain, so that there is no MX to ask for.`, {
    facts: { address, field: 'to' },
  })
}
