// Sockets of a place on which a TLS hello may be said, one after the other, at the address that answered before.
import { ipFamily } from '#shared/address/index.ts'
import { connect, type Tap } from '../../net/index.ts'
import { openStarttls, timeLimits } from '../../smtp/index.ts'
import type { Opener } from '../../tls/index.ts'
import { destinationOf } from '../look.ts'
import type { Observed } from '../observed.ts'
import type { ProbeTools } from '../probe.ts'

export function openerOf({ endpoint, address }: Observed, tap: Tap, tools: ProbeTools): Opener {
  const { signal, way, ehloName, replyTimeout } = tools
  const family = ipFamily(address)
  // The same address as before: another one may be another machine. A proxy may have told none.
  const { host, lookup } = destinationOf(endpoint, family === null ? null : { address, family }, tools)
  const { port, security } = endpoint
  const limits = timeLimits(replyTimeout)
  if (security === 'starttls') {
    return openStarttls({ host, port, addresses: [], ehloName, limits, by: { way, lookup } }, { tap, signal })
  }
  const target = { host, port, seconds: limits.connect, way }
  return async () => (await connect(target, lookup, { tap, signal, onStage: () => {} })).release()
}
