// The hosts that take mail for a domain, in the order in which they are tried (RFC 5321 §5.1).
import { literalAddress } from '#shared/address/index.ts'
import { SmtpError, smtpError } from '../smtp-error.ts'
import { type LookUpTools, lookUpExisting } from './look-up.ts'
import type { DnsRecord, RecordOf } from './record.ts'
import type { DnsAnswer } from './resolver.ts'

export type MxHost = { readonly host: string; readonly preference: number }
export type MxRoute = {
  readonly domain: string
  /** Never empty. */
  readonly hosts: readonly MxHost[]
  /** `implicit`: there is no MX record, so the domain's own address takes the mail. `literal`: the domain is an address. */
  readonly source: 'mx' | 'implicit' | 'literal'
  /** What DNS said; absent for an address. */
  readonly answer?: DnsAnswer
}

export type RouteTools = LookUpTools & {
  /** In [0, 1), for the order of hosts with the same preference. */
  readonly random?: () => number
}

/** More than any domain needs, so that a wrong or hostile answer does not send us to thousands of hosts. */
const mostHosts = 50

/** Throws where the domain takes no mail (RFC 7505), does not exist, or cannot be asked for. */
export async function mxRoute(domain: string, { random = Math.random, ...tools }: RouteTools): Promise<MxRoute> {
  const literal = literalAddress(domain)
  if (literal !== null) return { domain, hosts: [{ host: literal, preference: 0 }], source: 'literal' }
  const answer = await lookUpExisting(domain, 'MX', tools)
  const records = answer.records.filter(isMx)
  if (records.length === 0) return implicitRoute(domain, answer, tools)
  const hosts = records.filter(({ exchange }) => exchange !== '' && exchange !== '.')
  // RFC 7505 §3: one record that names no host.
  if (hosts.length === 0) throw takesNoMail(domain)
  return { domain, hosts: inOrder(hosts, random).slice(0, mostHosts), source: 'mx', answer }
}

/** RFC 5321 §5.1: without MX the domain counts as its own host, provided that it has an address. */
async function implicitRoute(domain: string, answer: DnsAnswer, { resolver, signal }: LookUpTools): Promise<MxRoute> {
  await resolver.addresses(domain, signal).catch((error: unknown) => {
    throw isNotFound(error) ? noServer(domain, error) : error
  })
  return { domain, hosts: [{ host: domain, preference: 0 }], source: 'implicit', answer }
}

/** By preference; equal ones in random order, to spread the load. */
function inOrder(records: readonly RecordOf<'MX'>[], random: () => number): MxHost[] {
  return records
    .map(({ exchange, preference }) => ({ host: exchange.replace(/\.$/, ''), preference, chance: random() }))
    .sort((one, other) => one.preference - other.preference || one.chance - other.chance)
    .map(({ host, preference }) => ({ host, preference }))
}

const isMx = (record: DnsRecord): record is RecordOf<'MX'> => record.type === 'MX'
const isNotFound = (error: unknown): boolean => error instanceof SmtpError && error.failure.kind === 'host-not-found'

const takesNoMail = (domain: string): SmtpError =>
  smtpError('domain-takes-no-mail', 'dns', `${domain} declares that it takes no mail (null MX).`, { facts: { domain } })

const noServer = (domain: string, cause: unknown): SmtpError =>
  smtpError('domain-has-no-server', 'dns', `${domain} has neither an MX record nor an address.`, {
    facts: { domain },
    cause,
  })
