// From a target to the endpoints that are looked at: MX hosts of a domain, usual ports of a host, or the one that was named.
import type { Failure } from '#shared/values/failure.ts'
import type { Profile } from '#shared/values/profile.ts'
import { type HostAddress, mxRoute, type Resolver } from '../dns/index.ts'
import { failureOf } from '../smtp-error.ts'
import type { DiagnoseTarget } from './diagnose-order.ts'
import type { DomainObserved } from './domain.ts'
import { mailAlone, planOfMail } from './mail-alone.ts'
import type { Endpoint, Role } from './observed.ts'
import { parseTarget } from './target.ts'

/** The part of a profile that a diagnosis needs. */
export type DiagnoseAccess = Pick<
  Profile,
  'route' | 'host' | 'port' | 'security' | 'certificate' | 'connection' | 'ehloName'
> & {
  /** Password of the proxy; null without a proxy, or one that asks for none. */
  readonly proxySecret: string | null
}

export type Plan = {
  readonly role: Role | 'domain'
  /** What DNS said, where a domain was meant. */
  readonly domain: DomainObserved | null
  readonly endpoints: readonly Endpoint[]
  /** Why there is nothing to look at. */
  readonly failure: Failure | null
}

export type PlanTools = {
  readonly resolver: Resolver
  readonly signal: AbortSignal
  /** Port on which MX hosts take mail (RFC 5321 §4.5.4.2). */
  readonly mxPort: number
}

/** More MX hosts than any domain needs; the rest would only repeat what these show. */
const mostHosts = 10
/** Of one host; a name that spreads its load over more shows the same at each. */
const mostAddresses = 4
/** RFC 6409 §3.1, RFC 8314 §3.3 */
const usualPorts = [25, 465, 587] as const
const implicitTlsPort = 465

/** Of a mail alone, of a profile, or of what was typed. */
export async function planOf(target: DiagnoseTarget, tools: PlanTools): Promise<Plan> {
  const mail = mailAlone(target)
  return mail === null ? planFor(target.text, target.access, tools) : planOfMail(mail)
}

export async function planFor(text: string, access: DiagnoseAccess | null, tools: PlanTools): Promise<Plan> {
  if (access?.route === 'relay') return planOfProfile(access)
  const target = parseTarget(text)
  switch (target.kind) {
    case 'invalid':
      return { ...nothing, failure: target.failure }
    case 'endpoint': {
      const endpoint = endpointAt(target.host, target.port, tools.mxPort)
      return { ...nothing, role: endpoint.role, endpoints: [endpoint] }
    }
    case 'host':
      return planOfHost(target.host, tools)
    case 'domain':
      return planOfDomain(await askForDomain(target.domain, tools), tools)
    case 'name':
      return planOfName(target.name, tools)
  }
}

const nothing: Plan = { role: 'submission', domain: null, endpoints: [], failure: null }

function planOfProfile({ host, port, security, certificate }: DiagnoseAccess): Plan {
  const endpoint: Endpoint = {
    ...endpointAt(host, port, 25),
    security: security === 'tls' ? 'tls' : 'starttls',
    isSecurityChosen: true,
    certificateName: certificate.name ?? host,
  }
  return { ...nothing, role: endpoint.role, endpoints: [endpoint] }
}

/** A name with MX records, or one that declares to take no mail, is a domain; any other that has an address is a host. */
async function planOfName(name: string, tools: PlanTools): Promise<Plan> {
  const domain = await askForDomain(name, tools)
  if (domain.route?.source === 'mx' || domain.failure?.kind === 'domain-takes-no-mail')
    return planOfDomain(domain, tools)
  return planOfHost(name, tools)
}

async function askForDomain(domain: string, tools: PlanTools): Promise<DomainObserved> {
  try {
    return { domain, route: await mxRoute(domain, tools), failure: null }
  } catch (error) {
    return { domain, route: null, failure: failureOf(error, 'dns') }
  }
}

async function planOfDomain(domain: DomainObserved, tools: PlanTools): Promise<Plan> {
  const { mxPort } = tools
  const hosts = domain.route?.hosts.slice(0, mostHosts) ?? []
  return {
    role: 'domain',
    domain,
    endpoints: (
      await Promise.all(hosts.map(({ host }) => endpointsOf(endpointAt(host, mxPort, mxPort), tools)))
    ).flat(),
    failure: domain.failure,
  }
}

async function planOfHost(host: string, { resolver, signal, mxPort }: PlanTools): Promise<Plan> {
  try {
    const addresses = await resolver.addresses(host, signal)
    const ports = usualPorts.map((port) => ({ ...endpointAt(host, port, mxPort), isOptional: true }))
    return { ...nothing, endpoints: ports.flatMap((endpoint) => atEach(endpoint, addresses)) }
  } catch (error) {
    return { ...nothing, failure: failureOf(error, 'dns') }
  }
}

/** A host without an address keeps its place: looking at it says what is wrong. */
async function endpointsOf(endpoint: Endpoint, { resolver, signal }: PlanTools): Promise<Endpoint[]> {
  try {
    return atEach(endpoint, await resolver.addresses(endpoint.host, signal))
  } catch {
    return [endpoint]
  }
}

/** What one address of a host does, another need not do. */
function atEach(endpoint: Endpoint, addresses: readonly HostAddress[]): Endpoint[] {
  if (addresses.length < 2) return [endpoint]
  return addresses.slice(0, mostAddresses).map((address) => ({ ...endpoint, address }))
}

function endpointAt(host: string, port: number, mxPort: number): Endpoint {
  return {
    host,
    port,
    address: null,
    role: port === mxPort ? 'mx' : 'submission',
    security: port === implicitTlsPort ? 'tls' : 'starttls',
    isSecurityChosen: false,
    isOptional: false,
    certificateName: host,
  }
}
