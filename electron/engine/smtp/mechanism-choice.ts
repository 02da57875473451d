// Which SASL mechanisms to try, in order, and why there may be none. Pure.
import type { Mechanism } from '#shared/values/mechanisms.ts'
import type { Login } from '#shared/values/profile.ts'

export type Choice =
  | { readonly kind: 'try'; readonly mechanisms: readonly Mechanism[] }
  | { readonly kind: 'none'; readonly reason: 'not-offered' | 'unavailable' | 'needs-tls' }

export type Circumstances = {
  /** In upper case. */
  readonly offered: readonly string[]
  /** The secret may travel: inside TLS whose certificate holds, or because the person said so in so many words. */
  readonly isPrivate: boolean
  /** There is TLS, and something of it that a login can be tied to. */
  readonly canBind: boolean
  /** We have shown a certificate of ours in the handshake. */
  readonly hasClientCertificate: boolean
}

export function chooseMechanisms(login: Login, circumstances: Circumstances): Choice {
  const { offered, isPrivate, canBind } = circumstances
  if (offered.length === 0) return { kind: 'none', reason: 'not-offered' }
  const known = wanted(login, circumstances).filter((name) => offered.includes(name))
  if (known.length === 0) return { kind: 'none', reason: 'unavailable' }
  const allowed = known.filter((name) => (isPrivate || !showsSecret(name)) && (canBind || !isBound(name)))
  return allowed.length === 0 ? { kind: 'none', reason: 'needs-tls' } : { kind: 'try', mechanisms: allowed }
}

/** Whether it ties the login to the TLS connection (RFC 5802 §4). */
export const isBound = (name: string): boolean => name.endsWith('-PLUS')

/**
 * The strongest first: what proves without telling. After that, inside TLS the simple ones come before the old ones, as the
 * server need not keep the password itself for them; in plain text the old ones, which at least do not show it.
 * XOAUTH2 and OAUTHBEARER take a token, not a password, and ANONYMOUS says nothing: only the person can choose those.
 */
function wanted({ mechanism }: Login, { isPrivate, hasClientCertificate }: Circumstances): readonly Mechanism[] {
  if (mechanism !== 'automatic') return [mechanism]
  const readable: Mechanism[] = ['PLAIN', 'LOGIN']
  // DIGEST-MD5 proves more than CRAM-MD5, but servers disagree about it (RFC 6331 §1), and a wrong guess counts as a wrong password.
  const old: Mechanism[] = ['CRAM-MD5', 'DIGEST-MD5', 'NTLM']
  return [
    ...(hasClientCertificate ? (['EXTERNAL'] as const) : []),
    ...(['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-1-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-1'] as const),
    ...(isPrivate ? [...readable, ...old] : [...old, ...readable]),
  ]
}

const readableOnes: readonly Mechanism[] = ['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']
const showsSecret = (mechanism: Mechanism): boolean => readableOnes.includes(mechanism)
