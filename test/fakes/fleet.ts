// A sound domain with two mail servers as plain values, to be spoiled in one way by each test.

import type { Fleet } from '../../electron/engine/diagnose/fleet.ts'
import type { Observed } from '../../electron/engine/diagnose/observed.ts'
import {
  type AddressFacts,
  type HostFacts,
  nothingAround,
  type Surroundings,
} from '../../electron/engine/diagnose/surroundings.ts'
import type { HostAddress } from '../../electron/engine/dns/index.ts'
import { mx, sound, unreached } from './observed.ts'

export const at = (host: string, address: string, more: Partial<Observed> = {}): Observed => ({
  ...sound,
  session: `${host}-${address}`,
  address,
  greeting: `220 ${host} ESMTP`,
  ...more,
  endpoint: { ...mx, host, certificateName: host, address: hostAddress(address), ...more.endpoint },
})

export const deadAt = (host: string, address: string, kind: Parameters<typeof unreached>[0] = 'connection-refused') =>
  at(host, address, { ...unreached(kind), endpoint: { ...mx, host, address: hostAddress(address) } })

const hostAddress = (address: string): HostAddress => ({ address, family: address.includes(':') ? 6 : 4 })

export const hostFacts = (given: Partial<HostFacts> = {}): HostFacts => ({
  host: 'mx.example.com',
  addresses: ['192.0.2.1'],
  keys: null,
  unproven: null,
  ...given,
})

export const addressFacts = (given: Partial<AddressFacts> = {}): AddressFacts => ({
  address: '192.0.2.1',
  host: 'mx.example.com',
  role: 'mx',
  names: null,
  listings: [],
  ...given,
})

export const around = (given: Partial<Surroundings>): Surroundings => ({ ...nothingAround, ...given })

/** The domain names the hosts of the places as its MX, the first one before the others. */
export function fleetOf(places: readonly Observed[], given: Partial<Fleet> = {}): Fleet {
  const hosts = [...new Set(places.map(({ endpoint }) => endpoint.host))]
  const route = {
    domain: 'example.com',
    hosts: hosts.map((host, index) => ({ host, preference: 10 + index })),
    source: 'mx' as const,
  }
  return {
    target: 'example.com',
    domain: { domain: 'example.com', route, failure: null },
    endpoints: places.map(({ endpoint }) => endpoint),
    places,
    security: null,
    wasThrottled: false,
    around: nothingAround,
    ...given,
  }
}
