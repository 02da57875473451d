// The findings of all places together: about the whole, each port of each host, each place and each address.
import type { Finding } from '#shared/values/report.ts'
import { addressChecks, fleetChecks, hostChecks, placeChecks } from './checks/together.ts'
import { findingOf, placeOf } from './finding.ts'
import { addressSubjects, type Fleet, hostSubjects, placeSubjects } from './fleet.ts'
import { endpointName } from './observed.ts'

export function findingsTogether(fleet: Fleet): Finding[] {
  return [...ofWhole(fleet), ...ofHosts(fleet), ...ofPlaces(fleet), ...ofAddresses(fleet)]
}

function ofWhole(fleet: Fleet): Finding[] {
  const place = { endpoint: fleet.target, session: null, role: 'mx' } as const
  return fleetChecks.flatMap((check) => findingOf(check, fleet, place) ?? [])
}

function ofHosts(fleet: Fleet): Finding[] {
  return hostSubjects(fleet).flatMap((subject) => {
    const place = {
      endpoint: endpointName({ host: subject.host, port: subject.port }),
      session: null,
      role: subject.role,
    }
    return hostChecks.flatMap((check) => findingOf(check, subject, place) ?? [])
  })
}

function ofPlaces(fleet: Fleet): Finding[] {
  return placeSubjects(fleet).flatMap((subject) => {
    const place = placeOf(subject.observed)
    return placeChecks.flatMap((check) => findingOf(check, subject, place) ?? [])
  })
}

/** Told of the first place that has the address. */
function ofAddresses(fleet: Fleet): Finding[] {
  return addressSubjects(fleet).flatMap((subject) => {
    const { address, host, role } = subject.facts
    const endpoint = fleet.endpoints.find(
      (one) => one.host === host && (one.address === null || one.address.address === address),
    )
    const place = { endpoint: endpoint ? endpointName(endpoint) : host, session: null, role }
    return addressChecks.flatMap((check) => findingOf(check, subject, place) ?? [])
  })
}
