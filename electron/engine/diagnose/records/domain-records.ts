// All that DNS says about the mail of a domain, gathered before it is judged: the subject of the checks of records.
import type { StsSurvey } from '../../dns/index.ts'
import type { Check } from '../check.ts'
import type { Answered } from './answered.ts'
import type { AtSource } from './at-source.ts'
import type { CaaSeen } from './caa-tree.ts'
import type { Delegation } from './delegation.ts'
import type { DkimSeen } from './dkim-selectors.ts'
import type { DmarcSeen } from './dmarc-tree.ts'
import type { LogoSeen } from './logo.ts'
import type { MailHost } from './mail-hosts.ts'
import type { MailSettings } from './mail-settings.ts'
import type { SenderSeen } from './sender.ts'
import type { SpfNode } from './spf-tree.ts'

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
  /** TXT of the domain itself. */
  readonly texts: Answered
  readonly spf: SpfNode
  /** The type of record that SPF had before TXT. */
  readonly oldSpf: Answered
  readonly dmarc: DmarcSeen
  readonly dkim: DkimSeen
  readonly tlsRpt: Answered
  readonly stsAnswer: Answered
  readonly sts: StsSurvey
  /** A and AAAA of the host that hands out the policy; empty where none is announced. */
  readonly stsHost: readonly Answered[]
  readonly bimi: Answered
  /** Null where no logo is published. */
  readonly logo: LogoSeen | null
  /** TLSA of each mail host, for mail among servers. */
  readonly tlsa: readonly Answered[]
  /** What is known of who sends. */
  readonly sender: SenderSeen
  readonly delegation: Delegation
  readonly settings: MailSettings
  /** Of the first mail hosts. */
  readonly caa: readonly CaaSeen[]
  /** Every question that was asked, with its answer. */
  readonly answers: readonly Answered[]
  /** What had no answer, asked of the zone's own name server; the first few. */
  readonly atSource: readonly AtSource[]
}

export type RecordCheck = Check<DomainRecords>
