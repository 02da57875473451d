// The places of a report as a tree: host, its addresses, their ports.
import type { EndpointState } from '#shared/values/report.ts'

export type PlaceHost = { readonly host: string; readonly addresses: readonly PlaceAddress[] }
export type PlaceAddress = { readonly address: string; readonly ports: readonly EndpointState[] }

/** In the order in which they were looked at. */
export function placeTree(places: readonly EndpointState[]): readonly PlaceHost[] {
  return groups(places, ({ host }) => host).map(([host, ofHost]) => ({
    host,
    addresses: groups(ofHost, ({ address }) => address).map(([address, ports]) => ({
      address,
      ports: ports.toSorted((a, b) => a.port - b.port),
    })),
  }))
}

function groups(places: readonly EndpointState[], key: (place: EndpointState) => string) {
  return [...Map.groupBy(places, key)]
}
