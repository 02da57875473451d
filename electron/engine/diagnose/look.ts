// One polite session with one endpoint, and what it showed. Where the port turns out to speak the other kind of security,
// it is asked once more in that way.
import type { Failure } from '#shared/values/failure.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { Resolver } from '../dns/index.ts'
import { createTap, type Lookup, type Recorder, type Recording, type Way } from '../net/index.ts'
import { type Inspection, inspect } from '../smtp/index.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'

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
}

/** Yields the id of each session as it begins; the last value is what was seen. */
export async function* look(endpoint: Endpoint, tools: LookTools): AsyncGenerator<{ session: string }, Observed> {
  const first = record(endpoint, tools)
  yield { session: first.session }
  const seen = await first.run()
  const security = seen.failure === null ? undefined : otherSecurity[seen.failure.kind]
  if (security === undefined || security === endpoint.security || seen.failure === null) return seen
  const second = record({ ...endpoint, security }, tools)
  yield { session: second.session }
  const { session, entries, failure } = seen
  return { ...(await second.run()), detour: { session, entries, failure } }
}

const otherSecurity: Partial<Record<Failure['kind'], Endpoint['security']>> = {
  'speaks-tls': 'tls',
  'tls-not-spoken': 'starttls',
}

function record(endpoint: Endpoint, tools: LookTools) {
  const entries: Entry[] = []
  const recording = tools.recorder.begin(endpointName(endpoint))
  const both: Recording = {
    id: recording.id,
    end: (outcome) => recording.end(outcome),
    add(entry) {
      entries.push(entry)
      recording.add(entry)
    },
  }
  const lookup: Lookup = (host, signal) => tools.resolver.addresses(host, signal)
  const run = async (): Promise<Observed> => {
    const inspection = await inspect(targetOf(endpoint, tools), lookup, {
      tap: createTap(both),
      signal: tools.signal,
      onStage: () => {},
    })
    recording.end(outcomeOf(inspection))
    return observedOf(endpoint, inspection, { session: recording.id, entries, now: tools.now() })
  }
  return { session: recording.id, run }
}

const targetOf = (
  { host, port, security, certificateName }: Endpoint,
  { certificate, ehloName, way, replyTimeout }: LookTools,
) => ({
  host,
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

function observedOf(endpoint: Endpoint, { facts, failure, durationMs }: Inspection, seen: Seen): Observed {
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
