// One polite session with one endpoint, and what it showed. Where the port turns out to speak the other kind of security,
// it is asked once more in that way.
import { ipFamily } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { HostAddress, Resolver } from '../dns/index.ts'
import { createTap, hasRoute, type Lookup, type Recorder, type Way } from '../net/index.ts'
import { type Inspection, inspect } from '../smtp/index.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import { phasesOf } from './phases.ts'

export type LookTools = {
  readonly recorder: Recorder
  readonly resolver: Resolver
  readonly signal: AbortSignal
  readonly certificate: { readonly pin: string | null; readonly authorities: string | null }
  readonly ehloName: string | null
  readonly way: Way
  /** Seconds for each reply. */
  readonly replyTimeout: number
  readonly now: () => Date
  /** Whether this computer knows a way to an address; only tests have another. */
  readonly hasRoute?: (address: string) => Promise<boolean>
  /** Told the id of each session as it begins. */
  readonly onSession: (transcriptId: string) => void
}

/** Connections, at most. */
export const mostOfLook = 2

export async function look(endpoint: Endpoint, tools: LookTools): Promise<Observed> {
  const seen = await lookOnce(endpoint, tools)
  if (await lacksRoute(seen, tools)) return { ...seen, lacksRoute: true }
  const security = seen.failure === null ? undefined : otherSecurity[seen.failure.kind]
  if (security === undefined || security === endpoint.security || seen.failure === null) return seen
  const { session, entries, failure } = seen
  return { ...(await lookOnce({ ...endpoint, security }, tools)), detour: { session, entries, failure } }
}

/** A proxy has ways of its own. */
async function lacksRoute({ endpoint, address }: Observed, { way, hasRoute: isKnown = hasRoute }: LookTools) {
  const wanted = endpoint.address?.address ?? endpoint.host
  return address === '' && way.proxy === null && ipFamily(wanted) === 6 && !(await isKnown(wanted))
}

const otherSecurity: Partial<Record<Failure['kind'], Endpoint['security']>> = {
  'speaks-tls': 'tls',
  'tls-not-spoken': 'starttls',
}

async function lookOnce(endpoint: Endpoint, tools: LookTools): Promise<Observed> {
  const entries: Entry[] = []
  const recording = tools.recorder.begin(endpointName(endpoint))
  tools.onSession(recording.id)
  const tap = createTap({
    ...recording,
    add(entry) {
      entries.push(entry)
      recording.add(entry)
    },
  })
  const connectionTools = { tap, signal: tools.signal, onStage: () => {} }
  const { host, lookup } = destinationOf(endpoint, endpoint.address, tools)
  const inspection = await inspect({ ...targetOf(endpoint, tools), host }, lookup, connectionTools)
  recording.end(outcomeOf(inspection))
  return observedOf(endpoint, inspection, { session: recording.id, entries, now: tools.now() })
}

/**
 * What a connection goes to, and how its address is found: a chosen one is used as it is. A proxy gets it in place of the name,
 * and what is looked up then is the proxy.
 */
export function destinationOf(
  { host }: Endpoint,
  address: HostAddress | null,
  { resolver, way }: Pick<LookTools, 'resolver' | 'way'>,
): { readonly host: string; readonly lookup: Lookup } {
  if (way.proxy !== null) return { host: address?.address ?? host, lookup: resolver.addresses }
  return { host, lookup: address === null ? resolver.addresses : async () => [address] }
}

const targetOf = (
  { port, security, certificateName }: Endpoint,
  { certificate, ehloName, way, replyTimeout }: LookTools,
) => ({
  port,
  security: security === 'tls' ? ('tls' as const) : ('starttls-if-offered' as const),
  ehloName,
  certificateName,
  ...certificate,
  way,
  replyTimeout,
})

function outcomeOf({ failure }: Inspection) {
  if (failure === null) return 'ok'
  return failure.kind === 'stopped' ? 'stopped' : 'failed'
}

type Seen = { readonly session: string; readonly entries: readonly Entry[]; readonly now: Date }

function observedOf(endpoint: Endpoint, inspection: Inspection, seen: Seen): Observed {
  const { facts, failure, durationMs } = inspection
  const { peer, greeting, tls } = facts
  return {
    ...seen,
    endpoint,
    address: peer?.address ?? '',
    greeting: greeting === null ? null : `${greeting.code} ${greeting.text}`,
    ...offersOf(endpoint, facts, failure),
    tls,
    failure,
    detour: null,
    durationMs,
    phases: phasesOf(inspection, seen.entries),
  }
}

/** Which EHLO the capabilities belong to, and whether it was answered at all. */
function offersOf(
  { security }: Endpoint,
  { capabilities, beforeTls, tls }: Inspection['facts'],
  failure: Failure | null,
) {
  const wasAnswered = failure === null || failure.stage === 'quit'
  if (security === 'tls') return { beforeTls: null, afterTls: wasAnswered ? capabilities : null }
  if (tls !== null) return { beforeTls: beforeTls ?? capabilities, afterTls: wasAnswered ? capabilities : null }
  return { beforeTls: wasAnswered || failure.stage === 'tls' ? capabilities : null, afterTls: null }
}
