// Whether others may meet an address in the network: what DNS says about the rest is nobody's business but its owner's.
import { BlockList } from 'node:net'
import { ipFamily } from '#shared/address/index.ts'

export const isPublicAddress = (address: string): boolean => {
  const family = ipFamily(address)
  return family !== null && !inner.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** RFC 1122 §3.2.1.3, RFC 1918, RFC 3927, RFC 6598; RFC 4291 §2.5, RFC 4193. */
const inner = new BlockList()
inner.addSubnet('0.0.0.0', 8)
inner.addSubnet('10.0.0.0', 8)
inner.addSubnet('100.64.0.0', 10)
inner.addSubnet('127.0.0.0', 8)
inner.addSubnet('169.254.0.0', 16)
inner.addSubnet('172.16.0.0', 12)
inner.addSubnet('192.168.0.0', 16)
inner.addSubnet('::', 127, 'ipv6')
inner.addSubnet('fc00::', 7, 'ipv6')
inner.addSubnet('fe80::', 10, 'ipv6')
