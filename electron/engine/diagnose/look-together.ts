// What is asked around the places when each was looked at, and the findings of all of them together.
import type { Security } from '#shared/values/profile.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Fleet } from './fleet.ts'
import { type GatherTools, gather } from './gather.ts'
import type { LookTools } from './look.ts'
import type { Observed } from './observed.ts'
import type { Plan } from './plan.ts'
import { isConnected } from './preconditions.ts'
import { type ReachTools, reachElsewhere } from './reach-elsewhere.ts'
import { findingsTogether } from './together.ts'

export type TogetherOrder = {
  readonly target: string
  readonly plan: Plan
  readonly places: readonly Observed[]
  readonly security: Security | null
  readonly wasThrottled: boolean
  readonly blocklists: readonly string[]
  readonly wanted: (id: string) => boolean
}

export type TogetherTools = GatherTools & ReachTools & Pick<LookTools, 'way'>

export async function lookTogether(order: TogetherOrder, tools: TogetherTools): Promise<readonly Finding[]> {
  const { plan, places, blocklists, wanted } = order
  if (tools.signal.aborted || plan.endpoints.length === 0) return []
  const { domain, endpoints } = plan
  const wish = { endpoints, places, domain: domain?.domain ?? null, blocklists, wanted }
  const around = { ...(await gather(wish, tools)), isOtherPortOpen: await isOtherPortOpen(order, tools) }
  if (tools.signal.aborted) return []
  const { target, security, wasThrottled } = order
  const fleet: Fleet = { target, domain, endpoints, places, security, wasThrottled, around }
  return findingsTogether(fleet)
}

/** Asked only where it decides: port 25 is silent everywhere, and nothing else was connected to. */
async function isOtherPortOpen({ places, wanted }: TogetherOrder, tools: TogetherTools): Promise<boolean | null> {
  const silent = places.filter(
    ({ endpoint, failure }) => isMailPort(endpoint) && failure?.kind === 'connection-timed-out',
  )
  if (silent.length === 0 || silent.length < places.length || places.some(isConnected)) return null
  if (!wanted('RCH-03') || tools.way.proxy !== null) return null
  return (await reachElsewhere(silent, tools)) > 0
}

const isMailPort = ({ port }: { readonly port: number }) => port === 25
