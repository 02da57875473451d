// A DNS of one small table. Names that are not in it do not exist.
import type { HostAddress, MxRecord, Resolver } from '../../electron/engine/dns/resolver.ts'
import { smtpError } from '../../electron/engine/smtp-error.ts'
import { ipFamily } from '../../shared/address/index.ts'

export type FakeNames = {
  /** `[preference, host]` of a domain; an empty list for a domain without MX. */
  readonly mx?: Readonly<Record<string, readonly (readonly [number, string])[]>>
  readonly addresses?: Readonly<Record<string, readonly string[]>>
}

export function fakeResolver({ mx = {}, addresses = {} }: FakeNames = {}): Resolver {
  return {
    async addresses(host): Promise<readonly HostAddress[]> {
      const found = ipFamily(host) === null ? (addresses[host] ?? []) : [host]
      if (found.length === 0) throw notFound(host)
      return found.map((address) => ({ address, family: ipFamily(address) === 6 ? 6 : 4 }))
    },
    async mx(domain): Promise<readonly MxRecord[]> {
      const records = mx[domain]
      if (records === undefined && addresses[domain] === undefined) throw notFound(domain)
      return (records ?? []).map(([preference, exchange]) => ({ preference, exchange }))
    },
  }
}

const notFound = (host: string) =>
  smtpError('host-not-found', 'dns', `There is no host named ${host}.`, { facts: { host, domain: host } })
