// Addresses at which nobody outside can deliver mail (IANA's registries of special purpose addresses, RFC 6890). Pure.
import { BlockList } from 'node:net'
import { ipFamily } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'

const own = say('of the computer itself', 'del propio equipo')
const inside = say('of a private network', 'de una red privada')
const link = say('of the local link', 'del enlace local')
const example = say('kept for examples', 'reservada para ejemplos')
const unusable = say('of no host', 'de ningún equipo')

const ranges: readonly (readonly [string, number, Words])[] = [
  ['0.0.0.0', 8, unusable],
  ['10.0.0.0', 8, inside],
  ['100.64.0.0', 10, inside],
  ['127.0.0.0', 8, own],
  ['169.254.0.0', 16, link],
  ['172.16.0.0', 12, inside],
  ['192.0.2.0', 24, example],
  ['192.168.0.0', 16, inside],
  ['198.18.0.0', 15, example],
  ['198.51.100.0', 24, example],
  ['203.0.113.0', 24, example],
  ['224.0.0.0', 3, unusable],
  ['::', 128, unusable],
  ['::1', 128, own],
  ['2001:db8::', 32, example],
  ['fc00::', 7, inside],
  ['fe80::', 10, link],
  ['ff00::', 8, unusable],
]

const lists = ranges.map(([address, bits, words]) => {
  const list = new BlockList()
  list.addSubnet(address, bits, ipFamily(address) === 6 ? 'ipv6' : 'ipv4')
  return { list, words }
})

/** What kind of address it is; null for one that the whole internet can reach. */
export function specialAddress(address: string): Words | null {
  const family = ipFamily(address) === 6 ? 'ipv6' : 'ipv4'
  return lists.find(({ list }) => list.check(address, family))?.words ?? null
}
