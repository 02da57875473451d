// Which probes are run at a place: what the person wants, what the place is, and how far one may go with it.
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { Level } from '../catalogue.ts'
import type { SessionCheck } from '../check.ts'
import { sessionChecks } from '../checks/index.ts'
import type { DiagnoseTarget } from '../diagnose-order.ts'
import type { Observed } from '../observed.ts'
import type { Probe, ProbeWish } from '../probe.ts'
import { probes } from './index.ts'

export type Order = {
  readonly level: Level
  readonly isOwn: boolean
  /** Behind a proxy, 127.0.0.1 is another computer. */
  readonly isProxied: boolean
  readonly hasCredentials: boolean
  readonly hasMailbox: boolean
  readonly wanted: (id: string) => boolean
}

export const orderFor = (target: DiagnoseTarget, wanted: Order['wanted']): Order => ({
  level: target.level ?? 1,
  isOwn: target.isOwn === true,
  isProxied: (target.access?.connection.proxy ?? null) !== null,
  hasCredentials: (target.credentials ?? null) !== null,
  hasMailbox: (target.mailbox ?? null) !== null,
  wanted,
})

/** What nobody wants to know is not waited for. */
export const probeWishOf = (target: DiagnoseTarget, wanted: Order['wanted']): ProbeWish => ({
  scanProfile: target.scanProfile ?? 'quick',
  triesAgain: target.triesAgain === true && wanted('POL-08'),
  mailbox: target.mailbox ?? null,
})

/** What a probe will answer better is left to it. */
export function sessionChecksBeside(later: readonly Probe[]): readonly SessionCheck[] {
  const ids = new Set(later.flatMap(({ checks }) => checks.map(({ id }) => id)))
  return sessionChecks.filter(({ id }) => !ids.has(id))
}

/** Those of the allowed ones for which there is anything to ask at the place. */
export const wantedProbes = (observed: Observed, order: Order): Probe[] =>
  allowedProbes(observed, order).filter((probe) => probe.isFor(observed))

export function allowedProbes(observed: Observed, order: Order): Probe[] {
  const { level, isOwn, isProxied, hasCredentials, hasMailbox, wanted } = order
  // What could harm is for those who run the server, and for this computer.
  const isHere = !isProxied && isLoopbackHost(observed.address)
  const most = level === 3 && !isOwn && !isHere ? 2 : level
  return probes.filter(
    (probe) =>
      probe.level <= most &&
      (hasCredentials || !probe.needsCredentials) &&
      (hasMailbox || !probe.needsMailbox) &&
      probe.checks.some(({ id }) => wanted(id)),
  )
}
