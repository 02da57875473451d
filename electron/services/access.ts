// How to reach the server of a profile: what the profile says, and its secrets, which are fetched at the last moment.
import { needsSecret } from '#shared/values/mechanisms.ts'
import type { Profile } from '#shared/values/profile.ts'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import type { Access } from '../engine/delivery/order.ts'
import { inputError } from './answer.ts'
import { storedClientKey } from './client-key.ts'
import { storedProxySecret } from './proxy-secret.ts'
import type { ServiceTools } from './tools.ts'

/** Secrets from the form; null for none, absent or undefined for those that are stored. */
export type TypedSecrets = {
  readonly secret?: string | null | undefined
  readonly clientKey?: ClientKey | null | undefined
  readonly proxySecret?: string | null | undefined
}

export async function accessOf(
  profile: Profile,
  typed: TypedSecrets,
  tools: Pick<ServiceTools, 'vault' | 'loopback'>,
): Promise<Access> {
  const { route, host, port, security, login, certificate, tls, connection, policies, ehloName } = profile
  const secret = login === null ? null : typed.secret === undefined ? await storedSecret(profile, tools) : typed.secret
  if (login !== null && needsSecret(login.mechanism) && (secret === null || secret === ''))
    throw inputError('password-missing', { host })
  const clientKey = typed.clientKey === undefined ? await storedClientKey(profile, tools.vault) : typed.clientKey
  const proxySecret =
    typed.proxySecret === undefined ? await storedProxySecret(profile, tools.vault) : typed.proxySecret
  const secrets = { secret, clientKey, proxySecret }
  return { route, host, port, security, login, certificate, tls, connection, policies, ehloName, ...secrets }
}

/** What a stored password is read from. */
export type SecretSources = {
  readonly vault: Pick<ServiceTools['vault'], 'get'>
  readonly loopback: { state(): { readonly login: { readonly password: string } } }
}

/** Of the vault; the loopback server has its own. */
export async function storedSecret({ id, isLoopback }: Profile, { vault, loopback }: SecretSources) {
  return isLoopback ? loopback.state().login.password : vault.get(id)
}
