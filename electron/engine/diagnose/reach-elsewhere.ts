// Where port 25 is silent: whether anything else of the same hosts answers, which tells a blocked port from a dead network.

import { ipFamily } from '#shared/address/index.ts'
import type { LookUpTools } from '../dns/index.ts'
import { createTap, dial, type Recorder } from '../net/index.ts'
import { failureOf } from '../smtp-error.ts'
import { addressesOrNone } from './asked.ts'
import { eachInTurn } from './each-in-turn.ts'
import { endpointName, type Observed } from './observed.ts'

export type ReachTools = LookUpTools & {
  readonly recorder: Recorder
  readonly onSession: (transcriptId: string) => void
}

/** Ports that networks let out. */
const usualPorts = [587, 443] as const
/** Hosts that are tried. */
const mostHosts = 2
const seconds = 5

/** How many connections were made; 0 where nothing answered. Nothing is said there. */
export async function reachElsewhere(
  places: readonly Observed[],
  tools: ReachTools,
  ports: readonly number[] = usualPorts,
): Promise<number> {
  const hosts = [...new Set(places.map(({ endpoint }) => endpoint.host))].slice(0, mostHosts)
  const tried = hosts.flatMap((host) => ports.map((port) => ({ host, port })))
  const reached = await eachInTurn(tried, tools.signal, (place) => isReached(place, tools))
  return reached.filter(Boolean).length
}

async function isReached(place: { readonly host: string; readonly port: number }, tools: ReachTools): Promise<boolean> {
  const found = await addressesOrNone(place.host, tools)
  if ('failure' in found || found.value.length === 0) return false
  const addresses = found.value.map((address) => ({ address, family: ipFamily(address) === 6 ? 6 : 4 }) as const)
  const recording = tools.recorder.begin(endpointName(place))
  tools.onSession(recording.id)
  try {
    const { socket } = await dial({ ...place, addresses }, { tap: createTap(recording), signal: tools.signal, seconds })
    socket.destroy()
    recording.end('ok')
    return true
  } catch (error) {
    recording.end(failureOf(error, 'connect').kind === 'stopped' ? 'stopped' : 'failed')
    return false
  }
}
