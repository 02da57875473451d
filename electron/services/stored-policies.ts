// MTA-STS policies that outlast the program: whoever stands on the way when it starts anew cannot make them forgotten.
import type { KeptPolicy } from '#shared/values/mta-sts.ts'
import { createPolicyCache, mostPolicies, type PolicyCache } from '../engine/dns/index.ts'
import type { Shelf } from '../storage/index.ts'

/** Those that have expired are left behind. `now`: milliseconds since 1970. */
export function storedPolicies(shelf: Shelf<readonly KeptPolicy[]>, now: number): PolicyCache {
  const cache = createPolicyCache()
  let kept = (shelf.get() ?? []).filter(({ expiresAt }) => expiresAt > now)
  for (const policy of kept) cache.set(policy)
  return {
    get: cache.get,
    set(policy) {
      cache.set(policy)
      kept = [...kept.filter(({ domain }) => domain !== policy.domain), policy].slice(-mostPolicies)
      shelf.set(kept)
    },
  }
}
