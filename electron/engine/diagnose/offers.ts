// What an endpoint offered, as the tables of the window and of --json show it.
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Offers } from '#shared/values/report.ts'
import { authMechanisms } from '../smtp/index.ts'
import { endpointName, type Observed } from './observed.ts'

/** Null when the server was not reached, or said nothing about itself. */
export function offersOf(observed: Observed): Offers | null {
  const { endpoint, address, greeting, beforeTls, afterTls, tls } = observed
  if (greeting === null) return null
  return {
    endpoint: endpointName(endpoint),
    address,
    greeting,
    security: tls === null ? 'none' : endpoint.security,
    beforeTls: copied(beforeTls),
    afterTls: copied(afterTls),
    afterLogin: null,
    tls,
    auth: authOf(beforeTls ?? [], afterTls ?? []),
  }
}

const copied = (list: readonly Capability[] | null) => (list === null ? null : [...list])

function authOf(before: readonly Capability[], after: readonly Capability[]): Offers['auth'] {
  const [early, late] = [authMechanisms(before), authMechanisms(after)]
  return [...new Set([...early, ...late])].map((mechanism) => ({
    mechanism,
    beforeTls: early.includes(mechanism),
    afterTls: late.includes(mechanism),
    verdict: explainMechanism(mechanism).verdict,
  }))
}
