// What a diagnosis is asked for, and what it works with.
import type { Cost } from '#shared/values/diagnosis.ts'
import type { ScanProfile, TlsPolicyName } from '#shared/values/tls-scan-terms.ts'
import type { Resolver } from '../dns/index.ts'
import type { Recorder } from '../net/index.ts'
import type { Level } from './catalogue.ts'
import type { DiagnoseAccess } from './plan.ts'
import type { Credentials } from './probe.ts'
import type { DelegationTools } from './records/delegation.ts'
import type { SenderWish } from './records/sender.ts'
import type { Sink } from './sink.ts'

export type DiagnoseTarget = {
  /** A domain, host, host:port or address; ignored where a profile names its server. Empty where a mail alone is judged. */
  readonly text: string
  readonly access: DiagnoseAccess | null
  /** Further authorities to trust, PEM, where no profile names any. */
  readonly authorities?: string | null
  /** Ids (`STL-01`) or groups (`STL`) of the checks that are wanted; none for all. */
  readonly only?: readonly string[]
  /** 0: DNS alone. 1: one polite session a place as well. 2: many connections. 3: wrong passwords, mails, malformed input. */
  readonly level?: Level
  /** The person says that the server is theirs to try. Without it level 3 is for this computer alone. */
  readonly isOwn?: boolean
  /** How much a scan of TLS asks, from level 2 on; `quick` where nothing is said. */
  readonly scanProfile?: ScanProfile
  /** What TLS is held against; BCP 195 where nothing is said. */
  readonly tlsPolicy?: TlsPolicyName
  /** With which to log in, at level 3; they are said to the server of the profile alone. */
  readonly credentials?: Credentials | null
  /** An address of the person's own, to which the mails of level 3 may go. */
  readonly mailbox?: string | null
  /** Whether a server that puts strangers off is asked once more, a minute later. */
  readonly triesAgain?: boolean
  /** Who sends, for SPF, DKIM and DMARC; where no domain is meant they are asked about that of From. */
  readonly sender?: Partial<SenderWish>
  /** Lists of bad addresses to ask for those of the server (`zen.spamhaus.org`); none unless the person chose them. */
  readonly blocklists?: readonly string[]
}

export type DiagnoseTools = {
  readonly recorder: Recorder
  readonly resolver: Resolver
  /** Aborted by Stop: the session ends at once, and the report tells what was found until then. */
  readonly signal: AbortSignal
  /** Seconds for each reply; null for the default. */
  readonly replyTimeout: number | null
  /** Asked before the probes, with the most that they cost; a no leaves them out. Without it they are made. */
  readonly confirm?: (cost: Cost) => Promise<boolean>
  readonly now?: () => Date
  /** Port of MX hosts; 25 but for tests. */
  readonly mxPort?: number
  /** Milliseconds to wait when a host is busy, one after the other; those of the gate but for tests. */
  readonly pauses?: readonly number[]
  readonly idleSeconds?: number
  /** Seconds until who was put off is tried again; those of the probe but for tests. */
  readonly secondTrySeconds?: number
  /** Where the mails to that address arrive, if a server of ours takes them. */
  readonly sink?: Sink
  readonly sinkSeconds?: number
  /** Whether this computer knows a way to an address; the table of routes but for tests. */
  readonly hasRoute?: (address: string) => Promise<boolean>
  /** Where the policies of domains are fetched; by HTTPS at its own port but for tests. */
  readonly policies?: { readonly port: number; readonly plainPort?: number; readonly authorities: string }
  /** Asks a name server by itself; at port 53 but for tests. */
  readonly nameServer?: NonNullable<DelegationTools['nameServer']>
}
