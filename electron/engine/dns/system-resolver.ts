// The resolver of this machine, or servers of one's choice.
import { type LookupAddress, promises } from 'node:dns'
import { ipFamily, literalAddress } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { errorCode } from '../net/index.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'
import type { DnsClient } from './client.ts'
import { askableName } from './dns-name.ts'
import { type LookUpTools, lookUpExisting, notFound, unaskable } from './look-up.ts'
import type { HostAddress, Resolver } from './resolver.ts'
import { type DnsServer, parseServer } from './server-address.ts'

export type ResolverOptions = {
  /** `address` or `address:port`; empty for the system's. */
  readonly servers: readonly string[]
}

/** Without chosen servers the system is asked for addresses as a whole: its hosts file, search domains and cache count. */
export function systemResolver({ servers }: ResolverOptions): Resolver {
  const ask = askLater(servers.map((text) => demandServer(text, servers)))
  const resolver: Resolver = {
    ask,
    async addresses(host, signal) {
      const literal = literalAddress(host) ?? host.replace(/^\[(.*)\]$/, '$1')
      const family = ipFamily(literal)
      if (family !== null) return [{ address: literal, family }]
      const name = askableName(host)
      if (name === null) throw unaskable(host)
      const found =
        servers.length > 0
          ? await askForBoth(host, { resolver, signal })
          : await orStopped(host, signal, () => askSystem(host, name))
      if (found.length > 0) return found
      throw notFound(host, `${host} has no address.`)
    },
  }
  return resolver
}

/** The client is loaded when DNS itself is asked for the first time: a mail to a relay starts without it. */
function askLater(servers: readonly DnsServer[]): DnsClient {
  let client: Promise<DnsClient> | null = null
  return async (question, signal) => {
    client ??= import('./client.ts').then(({ createDnsClient }) => createDnsClient({ servers }))
    return (await client)(question, signal)
  }
}

/** One family alone is enough, also where the other one cannot be told. */
async function askForBoth(host: string, tools: LookUpTools): Promise<HostAddress[]> {
  const answers = await Promise.allSettled([lookUpExisting(host, 'AAAA', tools), lookUpExisting(host, 'A', tools)])
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.records : []))
  const failed = answers.find((answer) => answer.status === 'rejected')
  if (found.length === 0 && failed !== undefined) throw failed.reason
  return found.flatMap((record) => {
    if (record.type !== 'A' && record.type !== 'AAAA') return []
    return [{ address: record.address, family: record.type === 'A' ? 4 : 6 }]
  })
}

async function askSystem(host: string, name: string): Promise<HostAddress[]> {
  try {
    return (await promises.lookup(name, { all: true })).map(toHostAddress)
  } catch (cause) {
    throw systemError(cause, host)
  }
}

/** ENOTFOUND: no such name. ENODATA: the name exists without an address. All else: the resolver could not tell. */
function systemError(cause: unknown, host: string): SmtpError {
  const reason = errorCode(cause) || String(cause)
  const isAbsent = reason === 'ENOTFOUND' || reason === 'ENODATA'
  const kind: FailureKind = isAbsent ? 'host-not-found' : 'dns-unavailable'
  const message = isAbsent
    ? `There is no host named ${host}.`
    : `The address of ${host} could not be asked for: ${reason}.`
  return smtpError(kind, 'dns', message, { facts: { host, domain: host, reason }, cause })
}

const toHostAddress = ({ address, family }: LookupAddress): HostAddress => ({ address, family: family === 6 ? 6 : 4 })

function demandServer(text: string, servers: readonly string[]): DnsServer {
  const server = parseServer(text)
  if (server !== null) return server
  const reason = `${servers.join(', ')} is not a list of DNS servers`
  throw smtpError('profile-invalid', 'dns', `${reason}.`, { facts: { field: 'dnsServers', reason } })
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
