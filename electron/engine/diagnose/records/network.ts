// Whether an address is in a network. Pure.
import { BlockList } from 'node:net'
import { ipFamily } from '#shared/address/index.ts'

/** `bits`: null for the one address. Addresses of different families are never in each other's networks. */
export function isInNetwork(address: string, network: string, bits: number | null): boolean {
  const family = ipFamily(network)
  if (family === null || ipFamily(address) !== family) return false
  const kind = family === 6 ? 'ipv6' : 'ipv4'
  const list = new BlockList()
  list.addSubnet(network, bits ?? (family === 6 ? 128 : 32), kind)
  return list.check(address, kind)
}
