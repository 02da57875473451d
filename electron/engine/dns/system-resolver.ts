// The resolver of this machine, or servers of one's choice, by node:dns.
import { type LookupAddress, promises } from 'node:dns'
import { hasControl, ipFamily, literalAddress, toAscii } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { errorCode } from '../net/index.ts'
import { type FailureFacts, smtpError } from '../smtp-error.ts'
import type { HostAddress, MxRecord, Resolver } from './resolver.ts'

export type ResolverOptions = {
  /** `address` or `address:port`; empty for the system's. */
  readonly servers: readonly string[]
}

export function systemResolver({ servers }: ResolverOptions): Resolver {
  const resolver = new promises.Resolver({ timeout: 5_000, tries: 2 })
  if (servers.length > 0) setServers(resolver, servers)
  return {
    addresses: (host, signal) =>
      orStopped(host, signal, () => findAddresses(host, servers.length === 0 ? null : resolver)),
    mx: (domain, signal) => orStopped(domain, signal, () => findMx(domain, resolver)),
  }
}

/** Without chosen servers the system is asked as a whole: its hosts file, its search domains and its cache count. */
async function findAddresses(host: string, resolver: promises.Resolver | null): Promise<HostAddress[]> {
  const literal = literalAddress(host) ?? host.replace(/^\[(.*)\]$/, '$1')
  const family = ipFamily(literal)
  if (family !== null) return [{ address: literal, family }]
  const name = asciiName(host, 'host-invalid')
  try {
    const found = resolver === null ? await promises.lookup(name, { all: true }) : await resolveBoth(name, resolver)
    if (found.length > 0) return found.map(toHostAddress)
  } catch (cause) {
    throw dnsError(cause, host)
  }
  throw smtpError('host-not-found', 'dns', `${host} has no address.`, { facts: { host, domain: host } })
}

async function resolveBoth(name: string, resolver: promises.Resolver): Promise<LookupAddress[]> {
  const [six, four] = await Promise.allSettled([resolver.resolve6(name), resolver.resolve4(name)])
  const found = [
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
  ]
  if (found.length === 0 && four.status === 'rejected') throw four.reason
  return found
}

async function findMx(domain: string, resolver: promises.Resolver): Promise<MxRecord[]> {
  const name = asciiName(domain, 'address-invalid')
  try {
    const records = await resolver.resolveMx(name)
    return records.map(({ exchange, priority }) => ({ exchange, preference: priority }))
  } catch (cause) {
    if (errorCode(cause) === 'ENODATA') return []
    throw dnsError(cause, domain)
  }
}

function asciiName(host: string, kind: FailureKind): string {
  const name = hasControl(host) || /\s/.test(host) || host === '' ? null : toAscii(host)
  if (name !== null) return name
  throw smtpError(kind, 'dns', `“${JSON.stringify(host).slice(1, -1)}” is no name of a host.`, {
    facts: { host, domain: host },
  })
}

/** ENOTFOUND: no such name. ENODATA: the name exists without an address. All else: the resolver could not tell. */
function dnsError(cause: unknown, host: string) {
  const reason = errorCode(cause) || String(cause)
  const facts: FailureFacts = { host, domain: host, reason }
  const isAbsent = reason === 'ENOTFOUND' || reason === 'ENODATA'
  const kind: FailureKind = isAbsent ? 'host-not-found' : 'dns-unavailable'
  const message = isAbsent
    ? `There is no host named ${host}.`
    : `The address of ${host} could not be asked for: ${reason}.`
  return smtpError(kind, 'dns', message, { facts, cause })
}

const toHostAddress = ({ address, family }: LookupAddress): HostAddress => ({ address, family: family === 6 ? 6 : 4 })

function setServers(resolver: promises.Resolver, servers: readonly string[]): void {
  try {
    resolver.setServers(servers)
  } catch (cause) {
    const reason = `${servers.join(', ')} is not a list of DNS servers`
    throw smtpError('profile-invalid', 'dns', `${reason}.`, { facts: { field: 'dnsServers', reason }, cause })
  }
}

/** The system's lookup cannot be called off, but nobody has to wait for it. */
function orStopped<T>(name: string, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () =>
      reject(smtpError('stopped', 'dns', `Stopped while asking for ${name}.`, { facts: { host: name } }))
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop)
    ask()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop))
  })
}
