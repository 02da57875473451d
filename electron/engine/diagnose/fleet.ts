// All that was seen, side by side: for the questions that no single session can answer.
import type { Security } from '#shared/values/profile.ts'
import type { Check } from './check.ts'
import type { DomainObserved } from './domain.ts'
import { type Endpoint, endpointName, type Observed } from './observed.ts'
import type { AddressFacts, HostFacts, Surroundings } from './surroundings.ts'

export type Fleet = {
  readonly target: string
  /** Null where no domain was named. */
  readonly domain: DomainObserved | null
  /** Every place that was to be looked at, in its order. */
  readonly endpoints: readonly Endpoint[]
  /** Every place that was looked at, those that did not answer too; none where only DNS was wanted. */
  readonly places: readonly Observed[]
  /** What the profile asks for; null without one. */
  readonly security: Security | null
  /** Whether the host slowed a probe down. */
  readonly wasThrottled: boolean
  readonly around: Surroundings
}

/** One port of one host, at all its addresses. */
export type HostSubject = {
  readonly host: string
  readonly port: number
  readonly places: readonly Observed[]
  readonly facts: HostFacts | null
  readonly fleet: Fleet
}

export type PlaceSubject = { readonly observed: Observed; readonly facts: HostFacts | null; readonly fleet: Fleet }

export type AddressSubject = {
  readonly facts: AddressFacts
  /** What it said there, if it was asked. */
  readonly places: readonly Observed[]
}

export type FleetCheck = Check<Fleet>
export type HostCheck = Check<HostSubject>
export type PlaceCheck = Check<PlaceSubject>
export type AddressCheck = Check<AddressSubject>

export function hostSubjects(fleet: Fleet): readonly (HostSubject & Pick<Endpoint, 'role'>)[] {
  const groups = Map.groupBy(fleet.endpoints, ({ host, port }) => endpointName({ host, port }))
  return [...groups.values()].flatMap(([first]) => {
    if (first === undefined) return []
    const { host, port, role } = first
    const places = fleet.places.filter(({ endpoint }) => endpoint.host === host && endpoint.port === port)
    return [{ host, port, role, places, facts: factsOf(fleet, host), fleet }]
  })
}

export const placeSubjects = (fleet: Fleet): readonly PlaceSubject[] =>
  fleet.places.map((observed) => ({ observed, facts: factsOf(fleet, observed.endpoint.host), fleet }))

export const addressSubjects = ({ around, places }: Fleet): readonly AddressSubject[] =>
  around.addresses.map((facts) => ({ facts, places: places.filter(({ address }) => address === facts.address) }))

const factsOf = ({ around }: Fleet, host: string): HostFacts | null =>
  around.hosts.find((one) => one.host === host) ?? null
