// Policies that were fetched, for as long as they say (RFC 8461 §3.2 max_age). This one lasts as long as the program.
import type { KeptPolicy } from '#shared/values/mta-sts.ts'

export type PolicyCache = {
  /** Whatever is there, expired or not. */
  get(domain: string): KeptPolicy | null
  set(kept: KeptPolicy): void
}

/** Domains that are remembered; the oldest go first. */
export const mostPolicies = 1000

export function createPolicyCache(): PolicyCache {
  const policies = new Map<string, KeptPolicy>()
  return {
    get: (domain) => policies.get(domain) ?? null,
    set(kept) {
      policies.delete(kept.domain)
      policies.set(kept.domain, kept)
      const [oldest] = policies.keys()
      if (policies.size > mostPolicies && oldest !== undefined) policies.delete(oldest)
    },
  }
}
