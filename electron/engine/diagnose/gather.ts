// Asks DNS what there is to know around the places: bounded in number, and no further once it is stopped.
import { isDomain } from '#shared/address/index.ts'
import { createPolicyCache, findStsPolicy, keysOf, type LookUpTools, lookUp, type StsResult } from '../dns/index.ts'
import { addressesOrNone, asked } from './asked.ts'
import { eachInTurn } from './each-in-turn.ts'
import { gatherListings } from './gather-listings.ts'
import { gatherNames } from './gather-names.ts'
import { greetedName } from './greeted-name.ts'
import type { Endpoint, Observed } from './observed.ts'
import { isPublicAddress } from './public-address.ts'
import type { AddressFacts, HostFacts, Surroundings } from './surroundings.ts'

export type GatherWish = {
  readonly endpoints: readonly Endpoint[]
  readonly places: readonly Observed[]
  /** Whose policy is looked for; null where no domain is meant. */
  readonly domain: string | null
  readonly blocklists: readonly string[]
  readonly wanted: (id: string) => boolean
}

export type GatherTools = LookUpTools & {
  /** Where policies are, in tests. */
  readonly policies?: { readonly port: number; readonly authorities: string }
}

/** Of one host, as many as are looked at. */
const mostAddresses = 4

export async function gather(wish: GatherWish, tools: GatherTools): Promise<Omit<Surroundings, 'isOtherPortOpen'>> {
  const wants = (...ids: readonly string[]) => ids.some(wish.wanted)
  const hosts = await gatherHosts(wish.endpoints, wants('DAN-01', 'DAN-02', 'DAN-03', 'DAN-04', 'STL-11'), tools)
  const shown = addressesOf(hosts, wish.endpoints)
  const isReverseWanted = wants('RCH-10', 'RCH-11', 'RCH-12')
  const lists = wants('RCH-15') ? wish.blocklists : []
  const listings = await gatherListings(
    shown.map(({ address }) => address),
    lists,
    tools,
  )
  return {
    hosts,
    addresses: await eachInTurn(shown, tools.signal, async (one) => ({
      ...one,
      names: isReverseWanted ? await gatherNames(one.address, tools) : null,
      listings: listings.get(one.address) ?? [],
    })),
    policy: wants('STS-04', 'STL-11') ? await policyOf(wish, tools) : null,
    greeted: wants('EHL-02', 'RCH-12') ? await gatherGreeted(wish.places, tools) : new Map(),
  }
}

async function gatherHosts(endpoints: readonly Endpoint[], areKeysWanted: boolean, tools: GatherTools) {
  const hosts = [...Map.groupBy(endpoints, ({ host }) => host)]
  return eachInTurn(hosts, tools.signal, async ([host, own]): Promise<HostFacts> => {
    const addresses = await addressesOrNone(host, tools)
    const isMx = own.some(({ role }) => role === 'mx') && isDomain(host)
    return {
      host,
      addresses: 'value' in addresses ? addresses.value : [],
      ...(isMx && areKeysWanted ? await keysAt(host, tools) : { keys: null, unproven: null }),
    }
  })
}

async function keysAt(host: string, tools: GatherTools): Promise<Pick<HostFacts, 'keys' | 'unproven'>> {
  const keys = await asked(() => keysOf(host, tools))
  if ('failure' in keys || keys.value.kind !== 'insecure') return { keys, unproven: null }
  const unproven = await asked(() => lookUp(`_25._tcp.${host}`, 'TLSA', tools))
  return { keys, unproven: 'value' in unproven ? unproven.value : null }
}

/** Each once, with the first host that has it. Inner ones are left out: others do not meet them. */
function addressesOf(
  hosts: readonly HostFacts[],
  endpoints: readonly Endpoint[],
): Pick<AddressFacts, 'address' | 'host' | 'role'>[] {
  const all = hosts.flatMap(({ host, addresses }) => {
    const role = endpoints.some((one) => one.host === host && one.role === 'mx') ? 'mx' : 'submission'
    return addresses.slice(0, mostAddresses).map((address) => ({ address, host, role }) as const)
  })
  const first = new Map(all.toReversed().map((one) => [one.address, one]))
  return all.filter((one) => first.get(one.address) === one && isPublicAddress(one.address))
}

async function policyOf({ domain, endpoints }: GatherWish, tools: GatherTools): Promise<StsResult | null> {
  if (domain === null || !isDomain(domain) || !endpoints.some(({ role }) => role === 'mx')) return null
  if (tools.signal.aborted) return null
  const { resolver, signal, policies } = tools
  const found = await asked(() => findStsPolicy(domain, { resolver, signal, ...policies, cache: createPolicyCache() }))
  return 'value' in found ? found.value : null
}

async function gatherGreeted(places: readonly Observed[], tools: GatherTools): Promise<Surroundings['greeted']> {
  const names = [...new Set(places.flatMap((place) => greetedName(place) ?? []))].filter(isDomain)
  const found = await eachInTurn(
    names,
    tools.signal,
    async (name) => [name, await addressesOrNone(name, tools)] as const,
  )
  return new Map(found)
}
