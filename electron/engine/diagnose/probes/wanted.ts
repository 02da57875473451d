// Which probes are run at a place: what the person wants, what the place is, and how far one may go with it.
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { Level } from '../catalogue.ts'
import type { Observed } from '../observed.ts'
import type { Probe } from '../probe.ts'
import { probes } from './index.ts'

export type Order = {
  readonly level: Level
  readonly isOwn: boolean
  /** Behind a proxy, 127.0.0.1 is another computer. */
  readonly isProxied: boolean
  readonly hasCredentials: boolean
  readonly wanted: (id: string) => boolean
}

export function wantedProbes(observed: Observed, order: Order): Probe[] {
  const { level, isOwn, isProxied, hasCredentials, wanted } = order
  // What could harm is for those who run the server, and for this computer.
  const isHere = !isProxied && isLoopbackHost(observed.address)
  const most = level === 3 && !isOwn && !isHere ? 2 : level
  return probes.filter(
    (probe) =>
      probe.level <= most &&
      (hasCredentials || !probe.needsCredentials) &&
      probe.checks.some(({ id }) => wanted(id)) &&
      probe.isFor(observed),
  )
}
