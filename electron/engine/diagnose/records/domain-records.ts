// All that DNS says about the mail of a domain, gathered before it is judged: the subject of the checks of records.
import type { Check } from '../check.ts'
import type { Answered } from './answered.ts'
import type { MailHost } from './mail-hosts.ts'

export type DomainRecords = {
  /** In A-labels. */
  readonly domain: string
  readonly now: Date
  /** SOA of a zone that is signed: whether the resolver validates. */
  readonly signedZone: Answered
  readonly soa: Answered
  readonly mx: Answered
  /** A and AAAA of the domain itself. */
  readonly own: readonly Answered[]
  readonly hosts: readonly MailHost[]
  /** Every question that was asked, with its answer. */
  readonly answers: readonly Answered[]
}

export type RecordCheck = Check<DomainRecords>
