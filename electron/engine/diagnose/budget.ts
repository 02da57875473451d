// What a diagnosis costs at most, before it: the places that DNS names, and what it takes if they offered everything.
import type { Cost } from '#shared/values/diagnosis.ts'
import type { Failure } from '#shared/values/failure.ts'
import { costOf } from './cost.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import { mostOfLook } from './look.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import { type Plan, planOf } from './plan.ts'
import type { Probe } from './probe.ts'
import { allowedProbes, orderFor, probeWishOf } from './probes/wanted.ts'
import { wantedBy } from './work.ts'

export type Budget = Cost & {
  readonly endpoints: readonly string[]
  /** Why there is nothing to look at. */
  readonly failure: Failure | null
}

type Tools = Pick<DiagnoseTools, 'resolver' | 'signal' | 'mxPort'>

export async function budgetOf(target: DiagnoseTarget, { resolver, signal, mxPort = 25 }: Tools): Promise<Budget> {
  const plan = await planOf(target, { resolver, signal, mxPort })
  const endpoints = placesOf(target, plan).map(endpointName)
  return { endpoints, ...costAtMost(target, plan), failure: plan.failure }
}

export function costAtMost(target: DiagnoseTarget, plan: Plan): Cost {
  const { connections, waitSeconds } = costOf(possibleProbes(target, plan), probeWishOf(target, wantedBy(target)))
  return { connections: mostOfLook * placesOf(target, plan).length + connections, waitSeconds }
}

/** Every probe that could be run at a place. */
export function possibleProbes(target: DiagnoseTarget, plan: Plan): { observed: Observed; probe: Probe }[] {
  // A name may turn out to be one of this computer, where nobody has to be asked.
  const order = { ...orderFor(target, wantedBy(target)), isOwn: true }
  return placesOf(target, plan)
    .map(generous)
    .flatMap((observed) => allowedProbes(observed, order).map((probe) => ({ observed, probe })))
}

const placesOf = ({ level }: DiagnoseTarget, { endpoints }: Plan): readonly Endpoint[] => (level === 0 ? [] : endpoints)

/** A server that offers whatever could be asked about. */
const generous = (endpoint: Endpoint): Observed => ({
  endpoint,
  session: '',
  entries: [],
  address: endpoint.address?.address ?? endpoint.host,
  greeting: '',
  beforeTls: [{ keyword: 'STARTTLS', parameters: [] }],
  afterTls: [],
  tls: { version: 'TLSv1.3', cipher: '', authorized: true, keyExchange: null, chain: [], faults: [] },
  failure: null,
  detour: null,
  durationMs: 0,
  phases: [],
  now: new Date(0),
})
