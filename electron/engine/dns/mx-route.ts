// The hosts that take mail for a domain, in the order in which they are tried (RFC 5321 §5.1).
import { literalAddress } from '#shared/address/index.ts'
import { SmtpError, smtpError } from '../smtp-error.ts'
import type { MxRecord, Resolver } from './resolver.ts'

export type MxHost = { readonly host: string; readonly preference: number }
export type MxRoute = {
  readonly domain: string
  /** Never empty. */
  readonly hosts: readonly MxHost[]
  /** `implicit`: there is no MX record, so the domain's own address takes the mail. `literal`: the domain is an address. */
  readonly source: 'mx' | 'implicit' | 'literal'
}

export type RouteTools = {
  readonly resolver: Resolver
  readonly signal: AbortSignal
  /** In [0, 1), for the order of hosts with the same preference. */
  readonly random?: () => number
}

/** Throws where the domain takes no mail (RFC 7505), does not exist, or cannot be asked for. */
export async function mxRoute(
  domain: string,
  { resolver, signal, random = Math.random }: RouteTools,
): Promise<MxRoute> {
  const literal = literalAddress(domain)
  if (literal !== null) return { domain, hosts: [{ host: literal, preference: 0 }], source: 'literal' }
  const records = await resolver.mx(domain, signal)
  if (records.length === 0) return implicitRoute(domain, resolver, signal)
  const hosts = records.filter(({ exchange }) => exchange !== '' && exchange !== '.')
  // RFC 7505 §3: one record that names no host.
  if (hosts.length === 0) throw takesNoMail(domain)
  return { domain, hosts: inOrder(hosts, random), source: 'mx' }
}

/** RFC 5321 §5.1: without MX the domain counts as its own host, provided that it has an address. */
async function implicitRoute(domain: string, resolver: Resolver, signal: AbortSignal): Promise<MxRoute> {
  await resolver.addresses(domain, signal).catch((error: unknown) => {
    throw isNotFound(error) ? noServer(domain, error) : error
  })
  return { domain, hosts: [{ host: domain, preference: 0 }], source: 'implicit' }
}

/** By preference; equal ones in random order, to spread the load. */
function inOrder(records: readonly MxRecord[], random: () => number): MxHost[] {
  return records
    .map(({ exchange, preference }) => ({ host: exchange.replace(/\.$/, ''), preference, chance: random() }))
    .sort((one, other) => one.preference - other.preference || one.chance - other.chance)
    .map(({ host, preference }) => ({ host, preference }))
}

const isNotFound = (error: unknown): boolean => error instanceof SmtpError && error.failure.kind === 'host-not-found'

const takesNoMail = (domain: string): SmtpError =>
  smtpError('domain-takes-no-mail', 'dns', `${domain} declares that it takes no mail (null MX).`, { facts: { domain } })

const noServer = (domain: string, cause: unknown): SmtpError =>
  smtpError('domain-has-no-server', 'dns', `${domain} has neither an MX record nor an address.`, {
    facts: { domain },
    cause,
  })
