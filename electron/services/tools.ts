// What the chapters of the contract work with. The doors build it: see open.ts.
import type { AppInfo } from '#shared/contract/app.ts'
import type { Language } from '#shared/values/settings.ts'
import type { Sink } from '../engine/diagnose/index.ts'
import type { PolicyCache } from '../engine/dns/policy-cache.ts'
import type { Resolver } from '../engine/dns/resolver.ts'
import type { Storage, Vault } from '../storage/index.ts'
import type { Changes } from './changes.ts'
import type { LoopbackControl } from './loopback-control.ts'
import type { MailIndexer } from './mail-indexer.ts'
import type { TranscriptHub } from './transcript-hub.ts'

/** One report, or two that are compared. */
export type PrintReport = (ids: readonly string[], language: Language) => Promise<Uint8Array<ArrayBuffer>>

export type ServiceTools = {
  readonly storage: Storage
  readonly vault: Vault
  readonly changes: Changes
  readonly hub: TranscriptHub
  readonly loopback: LoopbackControl
  /** Of the mails that the loopback server took. */
  readonly indexer: MailIndexer
  /** Where the mails of a diagnosis arrive: what the loopback server hears. */
  readonly sink: Sink
  /** Servers as `address` or `address:port`; none for the system's. */
  readonly resolver: (servers: readonly string[]) => Resolver
  /** MTA-STS policies, kept as long as they say. */
  readonly policies: PolicyCache
  readonly dataFolder: string
  readonly door: AppInfo['door']
  readonly version: string
  /** Prints a report of the history into a PDF; null where there is nothing to print with. */
  readonly printReport: PrintReport | null
  /** A tag such as `es-ES`. */
  readonly locale: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}
