// What a delivery is told: where to, how, what. Plain data; the tools it works with come apart.
import type { Profile } from '#shared/values/profile.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { Stage, StopPoint } from '#shared/values/stage.ts'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { PolicyCache } from '../dns/policy-cache.ts'
import type { Resolver } from '../dns/resolver.ts'
import type { ComposedMail } from '../mail/composed-mail.ts'
import type { Recorder } from '../net/tap.ts'

/** How to reach a server: the part of a profile that a session needs. */
export type Access = Pick<
  Profile,
  'route' | 'host' | 'port' | 'security' | 'login' | 'certificate' | 'tls' | 'connection' | 'policies' | 'ehloName'
> & {
  /** Password or access token; null when there is no login, or one that needs none. */
  readonly secret: string | null
  /** The key of our own certificate; null without one. */
  readonly clientKey: ClientKey | null
  /** Password of the proxy; null without a proxy, or one that asks for none. */
  readonly proxySecret: string | null
}

export type DeliveryTools = {
  readonly recorder: Recorder
  readonly resolver: Resolver
  /** Aborted by Stop: the socket is closed at once. */
  readonly signal: AbortSignal
  readonly onStage?: (stage: Stage) => void
  /** Octets of the mail that were written, of all. */
  readonly onProgress?: (sent: number, total: number) => void
  /** The receipt as soon as it is certain, before the server has answered QUIT. */
  readonly onReceipt?: (receipt: Receipt) => void
  /** Where MX hosts are reached; 25 (RFC 5321 §4.5.4.2) unless a test has them elsewhere. */
  readonly mxPort?: number
  /** MTA-STS: where policies are kept, if not for this delivery alone; and their port, 443 unless in a test. */
  readonly sts?: { readonly cache?: PolicyCache; readonly port?: number }
}

/** How a session is held, whatever it is for. */
export type Manner = {
  /** Seconds for every reply; null for the limits of RFC 5321 §4.5.3.2. */
  readonly replyTimeout: number | null
  /** What a person changed on the wire; `defaultWire` without it. */
  readonly wire?: WireOptions
}

export type DeliveryOrder = Manner & {
  readonly access: Access
  readonly mail: ComposedMail
  readonly stopAfter: StopPoint | null
}
