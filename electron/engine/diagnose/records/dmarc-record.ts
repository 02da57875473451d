// The text of a DMARC record (RFC 9989 §4.7). Pure.
import { readTagList, type TagList, tagOf } from './tag-list.ts'

export const policies = ['none', 'quarantine', 'reject'] as const
export type DmarcPolicy = (typeof policies)[number]

export type DmarcRecord = {
  readonly text: string
  readonly tags: TagList
  /** Null where it is missing, or none of the three. */
  readonly policy: DmarcPolicy | null
  /** For names below the domain; null where it is not told. */
  readonly subdomains: DmarcPolicy | null
  /** `t=y`: the policy is one step milder. */
  readonly isTest: boolean
  /** `psd`: whether names below it belong to others. */
  readonly suffix: 'y' | 'n' | 'u'
  /** Addresses for reports, as they are written. */
  readonly aggregate: readonly string[]
  readonly failures: readonly string[]
}

/** The version stands first and is written in this way. */
export const isDmarc = (text: string): boolean => /^v[ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text)

export function readDmarc(text: string): DmarcRecord {
  const tags = readTagList(text)
  const policy = (name: string) => policies.find((one) => one === tagOf(tags, name)?.toLowerCase()) ?? null
  const suffix = tagOf(tags, 'psd')?.toLowerCase()
  return {
    text,
    tags,
    policy: policy('p'),
    subdomains: policy('sp'),
    isTest: tagOf(tags, 't')?.toLowerCase() === 'y',
    suffix: suffix === 'y' || suffix === 'n' ? suffix : 'u',
    aggregate: addressesIn(tagOf(tags, 'rua')),
    failures: addressesIn(tagOf(tags, 'ruf')),
  }
}

const addressesIn = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** The domain of a `mailto:` address for reports; null for what is none. A size may follow it (`!10m`). */
export function reportDomain(address: string): string | null {
  const [, domain] = /^mailto:[^@\s,;]+@([^@\s,;!?]+)(?:\?[^\s,;!]*)?(?:!\d+[kmgt]?)?$/i.exec(address) ?? []
  return domain?.toLowerCase() ?? null
}
