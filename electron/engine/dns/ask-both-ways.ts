// One query by UDP and TCP at once: datagrams may be lost, or kept from a server that a connection reaches.
import { askOverTcp } from './ask-tcp.ts'
import { askOverUdp, type Exchange, type Patience } from './ask-udp.ts'
import type { DnsServer } from './server-address.ts'

export type OneWay = { readonly transport: 'udp' | 'tcp'; readonly exchange: Exchange }

/** The first that is answered; what UDP showed where neither is. Never throws. */
export async function askBothWays(server: DnsServer, query: Buffer, patience: Patience): Promise<OneWay> {
  const done = new AbortController()
  const both = { ...patience, signal: AbortSignal.any([patience.signal, done.signal]) }
  const byUdp = askOverUdp(server, query, both).then((exchange): OneWay => ({ transport: 'udp', exchange }))
  const byTcp = askOverTcp(server, query, both).then((exchange): OneWay => ({ transport: 'tcp', exchange }))
  try {
    return await Promise.any([byUdp, byTcp].map(answered))
  } catch {
    return await byUdp
  } finally {
    done.abort()
  }
}

async function answered(way: Promise<OneWay>): Promise<OneWay> {
  const found = await way
  if (found.exchange.kind === 'failed') throw new Error(found.exchange.reason)
  return found
}
