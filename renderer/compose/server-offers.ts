// What the server of a profile offered when it was last spoken to: by a check of the profile, or when a mail was sent.
import type { Capability } from '#shared/values/capability.ts'
import type { StoredDraft } from '#shared/values/draft.ts'
import type { ProfileState } from '#shared/values/profile.ts'
import type { Receipt } from '#shared/values/receipt.ts'

/** Null when that is not known, or when the mail goes to the servers of its recipients. */
export function serverOffers(
  profile: Pick<ProfileState, 'route' | 'host' | 'port' | 'lastCheck'> | null,
  drafts: readonly Pick<StoredDraft, 'savedAt' | 'receipt'>[],
): readonly Capability[] | null {
  if (profile === null || profile.route === 'mx') return null
  const isHere = ({ server }: Receipt) => server?.host === profile.host && server.port === profile.port
  const sent = drafts.flatMap(({ savedAt, receipt }) =>
    receipt !== null && isHere(receipt) ? [{ at: savedAt, capabilities: receipt.capabilities }] : [],
  )
  const known = [...sent, ...(profile.lastCheck ? [profile.lastCheck] : [])].filter(
    ({ capabilities }) => capabilities.length > 0,
  )
  return known.toSorted((one, other) => other.at - one.at)[0]?.capabilities ?? null
}
