// Which SASL mechanisms to try, in order, and why there may be none. Pure.
import type { Login, Mechanism } from '#shared/values/profile.ts'

export type Choice =
  | { readonly kind: 'try'; readonly mechanisms: readonly Mechanism[] }
  | { readonly kind: 'none'; readonly reason: 'not-offered' | 'unavailable' | 'needs-tls' }

/** `isPrivate`: the secret may travel: inside TLS whose certificate holds, or because the person said so in so many words. */
export function chooseMechanisms(login: Login, offered: readonly string[], isPrivate: boolean): Choice {
  if (offered.length === 0) return { kind: 'none', reason: 'not-offered' }
  const known = wanted(login, isPrivate).filter((name) => offered.includes(name))
  if (known.length === 0) return { kind: 'none', reason: 'unavailable' }
  const allowed = known.filter((name) => isPrivate || !showsSecret(name))
  return allowed.length === 0 ? { kind: 'none', reason: 'needs-tls' } : { kind: 'try', mechanisms: allowed }
}

/**
 * Inside TLS the simplest comes first, as the server need not keep the password itself for it; in plain text the one that
 * does not show it. XOAUTH2 takes a token, not a password, so only the person can choose it.
 */
function wanted({ mechanism }: Login, isPrivate: boolean): readonly Mechanism[] {
  if (mechanism !== 'automatic') return [mechanism]
  return isPrivate ? ['PLAIN', 'LOGIN', 'CRAM-MD5'] : ['CRAM-MD5', 'PLAIN', 'LOGIN']
}

const showsSecret = (mechanism: Mechanism): boolean => mechanism !== 'CRAM-MD5'
