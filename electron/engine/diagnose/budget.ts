// What a diagnosis costs at most, before it: the places that DNS names, and connections to them if they offered everything.
import type { Failure } from '#shared/values/failure.ts'
import type { DiagnoseTarget, DiagnoseTools } from './diagnose-order.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import { planFor } from './plan.ts'
import { allowedProbes, orderFor } from './probes/wanted.ts'
import { wantedBy } from './work.ts'

export type Budget = {
  readonly endpoints: readonly string[]
  readonly connections: number
  /** Why there is nothing to look at. */
  readonly failure: Failure | null
}

type Tools = Pick<DiagnoseTools, 'resolver' | 'signal' | 'mxPort'>

export async function budgetOf(target: DiagnoseTarget, { resolver, signal, mxPort = 25 }: Tools): Promise<Budget> {
  const { endpoints, failure } = await planFor(target.text, target.access, { resolver, signal, mxPort })
  const places = target.level === 0 ? [] : endpoints
  return {
    endpoints: places.map(endpointName),
    connections: places.reduce((sum, endpoint) => sum + 1 + probesOf(target, generous(endpoint)), 0),
    failure,
  }
}

function probesOf(target: DiagnoseTarget, observed: Observed): number {
  const { scanProfile = 'quick' } = target
  const probes = allowedProbes(observed, orderFor(target, wantedBy(target)))
  return probes.reduce((sum, probe) => sum + probe.connections(observed, { scanProfile }), 0)
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
