// What a diagnosis costs at most, before it: the places that DNS names, and what it takes if they offered everything.
import type { Cost } from '#shared/values/diagnosis.ts'
import type { Failure } from '#shared/values/failure.ts'
import { costOf } from './cost.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import { planOf } from './plan.ts'
import { allowedProbes, orderFor, probeWishOf } from './probes/wanted.ts'
import { wantedBy } from './work.ts'

export type Budget = Cost & {
  readonly endpoints: readonly string[]
  /** Why there is nothing to look at. */
  readonly failure: Failure | null
}

type Tools = Pick<DiagnoseTools, 'resolver' | 'signal' | 'mxPort'>

export async function budgetOf(target: DiagnoseTarget, { resolver, signal, mxPort = 25 }: Tools): Promise<Budget> {
  const { endpoints, failure } = await planOf(target, { resolver, signal, mxPort })
  const places = target.level === 0 ? [] : endpoints
  const wanted = wantedBy(target)
  const order = orderFor(target, wanted)
  const due = places
    .map(generous)
    .flatMap((observed) => allowedProbes(observed, order).map((probe) => ({ observed, probe })))
  const { connections, waitSeconds } = costOf(due, probeWishOf(target, wanted))
  return { endpoints: places.map(endpointName), connections: places.length + connections, waitSeconds, failure }
}

/** A server that offers whatever could be asked about. */
const generous = (endpoint: Endpoint): Observed => ({
  endpoint,
  session: '',
  entries: [],
  address: endpoint.address?.address ?? endpoint.host,
  greeting: '',
  beforeTls: [{ keyword: 'STARTTLS', parameters: [] }],
  afterTls: [],
  tls: null,
  failure: null,
  detour: null,
  durationMs: 0,
  phases: [],
  now: new Date(0),
})
