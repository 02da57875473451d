// What the chapters of the contract work with. The doors build it: see open.ts.
import type { AppInfo } from '#shared/contract/app.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { DeliveryOrder, DeliveryTools } from '../engine/delivery/order.ts'
import type { Resolver } from '../engine/dns/resolver.ts'
import type { Storage, Vault } from '../storage/index.ts'
import type { Changes } from './changes.ts'
import type { LoopbackControl } from './loopback-control.ts'
import type { TranscriptHub } from './transcript-hub.ts'

/** The doors of the engine that reach out to the world. */
export type Engine = {
  deliver(order: DeliveryOrder, tools: DeliveryTools): Promise<Receipt>
  /** Servers as `address` or `address:port`; none for the system's. */
  resolver(servers: readonly string[]): Resolver
}

export type ServiceTools = {
  readonly engine: Engine
  readonly storage: Storage
  readonly vault: Vault
  readonly changes: Changes
  readonly hub: TranscriptHub
  readonly loopback: LoopbackControl
  readonly dataFolder: string
  readonly door: AppInfo['door']
  readonly version: string
  /** A tag such as `es-ES`. */
  readonly locale: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}
