// DNS records as plain values. What is not known here keeps its octets.
import type { Answer } from 'dns-packet'
import type { TlsaRecord } from '../net/index.ts'

export const recordTypes = [
  'A',
  'AAAA',
  'CAA',
  'CNAME',
  'DNSKEY',
  'DS',
  'MX',
  'NS',
  'PTR',
  'RRSIG',
  'SOA',
  'SRV',
  'TLSA',
  'TXT',
] as const
type KnownType = (typeof recordTypes)[number]
/** `TYPE65` and the like (RFC 3597 §5) for any other. */
export type RecordType = KnownType | `TYPE${number}`

type Data =
  | { readonly type: 'A' | 'AAAA'; readonly address: string }
  | { readonly type: 'CNAME' | 'NS' | 'PTR'; readonly target: string }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: string }
  /** Strings put together, as SPF and the like are read (RFC 7208 §3.3). */
  | { readonly type: 'TXT'; readonly text: string; readonly strings: readonly string[] }
  | ({ readonly type: 'TLSA' } & TlsaRecord)
  | {
      readonly type: 'SRV'
      readonly priority: number
      readonly weight: number
      readonly port: number
      readonly target: string
    }
  | {
      readonly type: 'SOA'
      readonly primary: string
      readonly contact: string
      readonly serial: number
      readonly refresh: number
      readonly retry: number
      readonly expire: number
      readonly minimum: number
    }
  | { readonly type: 'CAA'; readonly isCritical: boolean; readonly tag: string; readonly value: string }
  /** `digest` and `key` in hex. */
  | {
      readonly type: 'DS'
      readonly keyTag: number
      readonly algorithm: number
      readonly digestType: number
      readonly digest: string
    }
  | { readonly type: 'DNSKEY'; readonly flags: number; readonly algorithm: number; readonly key: string }
  /** `begins` and `expires` in seconds since 1970. */
  | {
      readonly type: 'RRSIG'
      readonly covers: string
      readonly algorithm: number
      readonly begins: number
      readonly expires: number
      readonly keyTag: number
      readonly signer: string
    }
  /** `data` in hex. */
  | { readonly type: `TYPE${number}`; readonly data: string }

export type DnsRecord = { readonly name: string /** Seconds */; readonly ttl: number } & Data
export type RecordOf<Type extends RecordType> = Extract<DnsRecord, { readonly type: Type }>

/** Null for what is no record of the internet: EDNS (OPT), or another class. */
export function readRecord(answer: Answer): DnsRecord | null {
  if (answer.type === 'OPT' || answer.class !== 'IN') return null
  const data = readData(answer)
  return data === null ? null : { name: answer.name, ttl: answer.ttl ?? 0, ...data }
}

function readData(answer: Exclude<Answer, { readonly type: 'OPT' }>): Data | null {
  switch (answer.type) {
    case 'A':
    case 'AAAA':
      return { type: answer.type, address: answer.data }
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return { type: answer.type, target: answer.data }
    case 'MX':
      return { type: 'MX', preference: answer.data.preference ?? 0, exchange: answer.data.exchange }
    case 'TXT':
      return readText(answer.data)
    case 'TLSA': {
      const { usage, selector, matchingType, certificate } = answer.data
      return { type: 'TLSA', usage, selector, matching: matchingType, data: certificate.toString('hex') }
    }
    case 'SRV': {
      const { priority = 0, weight = 0, port, target } = answer.data
      return { type: 'SRV', priority, weight, port, target }
    }
    case 'SOA': {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = answer.data
      return { type: 'SOA', primary: mname, contact: rname, serial, refresh, retry, expire, minimum }
    }
    case 'CAA': {
      const { issuerCritical = false, tag, value } = answer.data
      return { type: 'CAA', isCritical: issuerCritical, tag, value }
    }
    case 'DS': {
      const { keyTag, algorithm, digestType, digest } = answer.data
      return { type: 'DS', keyTag, algorithm, digestType, digest: digest.toString('hex') }
    }
    case 'DNSKEY': {
      const { flags, algorithm, key } = answer.data
      return { type: 'DNSKEY', flags, algorithm, key: key.toString('hex') }
    }
    case 'RRSIG': {
      const { typeCovered, algorithm, inception, expiration, keyTag, signersName } = answer.data
      return {
        type: 'RRSIG',
        covers: typeCovered,
        algorithm,
        begins: inception,
        expires: expiration,
        keyTag,
        signer: signersName,
      }
    }
    default:
      return readUnknown(answer)
  }
}

function readText(data: string | Buffer | readonly (string | Buffer)[]): Data {
  const parts = (Array.isArray(data) ? data : [data]).map((part) => Buffer.from(part))
  return { type: 'TXT', text: decoded(Buffer.concat(parts)), strings: parts.map(decoded) }
}

/** Types that dns-packet does not know come as `UNKNOWN_65` with their octets; of SPF it knows the name alone. */
function readUnknown({ type, data }: { readonly type: string; readonly data: unknown }): Data | null {
  const number = type === 'SPF' ? '99' : /^UNKNOWN_(\d+)$/.exec(type)?.[1]
  return number !== undefined && Buffer.isBuffer(data)
    ? { type: `TYPE${Number(number)}`, data: data.toString('hex') }
    : null
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 where it is UTF-8, else Latin-1, so that nothing is lost. */
function decoded(octets: Buffer): string {
  try {
    return utf8.decode(octets)
  } catch {
    return octets.toString('latin1')
  }
}
