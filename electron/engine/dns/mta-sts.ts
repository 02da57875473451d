// The MTA-STS policy of a domain: announced by a TXT record, fetched by HTTPS, kept as long as it says (RFC 8461 §3, §5.1).
import type { KeptPolicy, StsPolicy } from '#shared/values/mta-sts.ts'
import { failureOf } from '../smtp-error.ts'
import { askableName, plainName } from './dns-name.ts'
import type { FetchTools } from './fetch-text.ts'
import { lookUp } from './look-up.ts'
import type { PolicyCache } from './policy-cache.ts'
import { readStsPolicy } from './sts-policy.ts'
import { readStsRecord, type StsRecord } from './sts-record.ts'

export type StsTools = FetchTools & {
  readonly cache: PolicyCache
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

export type StsResult =
  /** `trouble`: why the one that was fetched before is still used. */
  | {
      readonly kind: 'policy'
      readonly id: string
      readonly policy: StsPolicy
      readonly isKept: boolean
      readonly trouble: string | null
    }
  /** The domain announces none. */
  | { readonly kind: 'none' }
  /** One is announced, or may be, and cannot be had: mail goes as if there were none (RFC 8461 §3.3). */
  | { readonly kind: 'unusable'; readonly reason: string }

/** Throws `stopped` alone. */
export async function findStsPolicy(typed: string, tools: StsTools): Promise<StsResult> {
  const domain = plainName(askableName(typed) ?? typed)
  const { cache, now = Date.now } = tools
  const found = cache.get(domain)
  const kept = found !== null && found.expiresAt > now() ? found : null
  const record = await findRecord(domain, tools)
  if (record.kind === 'absent') return kept === null ? { kind: 'none' } : stillKept(kept, 'it is no longer announced')
  if (record.kind === 'invalid') return keptOr(kept, `its TXT record cannot be used: ${record.reason}`)
  if (record.kind === 'unclear') return keptOr(kept, record.reason)
  // RFC 8461 §3.1: the same id is the same policy.
  if (kept?.id === record.id) return stillKept(kept, null)
  return fetchAnew(domain, record.id, kept, tools)
}

async function findRecord(
  domain: string,
  tools: StsTools,
): Promise<StsRecord | { readonly kind: 'unclear'; readonly reason: string }> {
  try {
    const { records } = await lookUp(`_mta-sts.${domain}`, 'TXT', tools)
    return readStsRecord(records.flatMap((record) => (record.type === 'TXT' ? [record.text] : [])))
  } catch (error) {
    const failure = failureOf(error, 'dns')
    if (failure.kind === 'stopped') throw error
    return { kind: 'unclear', reason: failure.message.replace(/\.$/, '') }
  }
}

async function fetchAnew(domain: string, id: string, kept: KeptPolicy | null, tools: StsTools): Promise<StsResult> {
  const { cache, now = Date.now } = tools
  // Few mails need the client of the web.
  const { fetchPolicy } = await import('./fetch-policy.ts')
  const fetched = await fetchPolicy(domain, tools)
  if (fetched.kind === 'failed') return keptOr(kept, `it cannot be fetched: ${fetched.reason}`)
  const read = readStsPolicy(fetched.text)
  if (read.kind === 'invalid') return keptOr(kept, `it cannot be used: ${read.reason}`)
  const { policy } = read
  cache.set({ domain, id, policy, expiresAt: now() + policy.maxAge * 1000 })
  return { kind: 'policy', id, policy, isKept: false, trouble: null }
}

/** RFC 8461 §3.3: a policy that was had before outlives trouble with a newer one. */
const keptOr = (kept: KeptPolicy | null, reason: string): StsResult =>
  kept === null ? { kind: 'unusable', reason } : stillKept(kept, reason)

const stillKept = ({ id, policy }: KeptPolicy, trouble: string | null): StsResult => ({
  kind: 'policy',
  id,
  policy,
  isKept: true,
  trouble,
})
