// A DNS of one small table. Names that are not in it do not exist.

import type { DnsRecord, RecordType } from '../../electron/engine/dns/record.ts'
import type { DnsAnswer, HostAddress, Resolver } from '../../electron/engine/dns/resolver.ts'
import { smtpError } from '../../electron/engine/smtp-error.ts'
import { ipFamily } from '../../shared/address/index.ts'

export type FakeNames = {
  /** `[preference, host]` of a domain; an empty list for a domain without MX. */
  readonly mx?: Readonly<Record<string, readonly (readonly [number, string])[]>>
  readonly addresses?: Readonly<Record<string, readonly string[]>>
  /** Further answers, by `name TYPE`: records, or a code of failure. */
  readonly answers?: Readonly<Record<string, readonly RecordData[] | string>>
  /** Whose answers are authentic; nobody's without this. `unbelieved`: all are marked so, by a resolver of no standing. */
  readonly authentic?: 'yes' | 'no' | 'unbelieved' | ((name: string, type: RecordType) => boolean)
}

type WithoutName<Record> = Record extends DnsRecord ? Omit<Record, 'name' | 'ttl'> : never
type RecordData = WithoutName<DnsRecord>

export function fakeResolver(names: FakeNames = {}): Resolver {
  const { addresses = {}, authentic = 'no' } = names
  return {
    async addresses(host): Promise<readonly HostAddress[]> {
      const found = ipFamily(host) === null ? (addresses[host] ?? []) : [host]
      if (found.length === 0) throw notFound(host)
      return found.map((address) => ({ address, family: ipFamily(address) === 6 ? 6 : 4 }))
    },
    async ask(question): Promise<DnsAnswer> {
      const { name, type } = question
      const found = recordsFor(names, name, type)
      const rcode = typeof found === 'string' ? found : 'NOERROR'
      const data = typeof found === 'string' ? [] : found
      const isAuthentic = typeof authentic === 'function' ? authentic(name, type) : authentic === 'yes'
      const all = data.map((one): DnsRecord => ({ name, ttl: 300, ...one }))
      return {
        question,
        rcode,
        records: all.filter((one) => one.type === type),
        aliases: all.flatMap((one) => (one.type === 'CNAME' ? [one.target] : [])),
        hasAdBit: isAuthentic || authentic === 'unbelieved',
        isAuthentic,
        isAuthoritative: false,
        hasEdns: true,
        answers: all,
        authorities: [],
        extendedErrors: [],
        server: '192.0.2.53',
        transport: 'udp',
        milliseconds: 1,
      }
    },
  }
}

function recordsFor(
  { mx = {}, addresses = {}, answers = {} }: FakeNames,
  name: string,
  type: RecordType,
): readonly RecordData[] | string {
  const given = answers[`${name} ${type}`]
  if (given !== undefined) return given
  const known = [...Object.keys(mx), ...Object.keys(addresses), ...Object.keys(answers).map((key) => key.split(' ')[0])]
  if (!known.includes(name)) return 'NXDOMAIN'
  if (type === 'MX') return (mx[name] ?? []).map(([preference, exchange]) => ({ type, preference, exchange }))
  if (type !== 'A' && type !== 'AAAA') return []
  const family = type === 'A' ? 4 : 6
  return (addresses[name] ?? []).filter((address) => ipFamily(address) === family).map((address) => ({ type, address }))
}

const notFound = (host: string) =>
  smtpError('host-not-found', 'dns', `There is no host named ${host}.`, { facts: { host, domain: host } })
