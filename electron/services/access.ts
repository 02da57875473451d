// How to reach the server of a profile: what the profile says, and the secret, which is fetched at the last moment.
import type { Profile } from '#shared/values/profile.ts'
import type { Access } from '../engine/delivery/order.ts'
import { inputError } from './answer.ts'
import type { ServiceTools } from './tools.ts'

/** `typed`: a secret from the form; null for none, undefined for the one that is stored. */
export async function accessOf(
  profile: Profile,
  typed: string | null | undefined,
  tools: Pick<ServiceTools, 'vault' | 'loopback'>,
): Promise<Access> {
  const { route, host, port, security, login, certificate, ehloName } = profile
  const secret = login === null ? null : typed === undefined ? await storedSecret(profile, tools) : typed
  if (login !== null && (secret === null || secret === '')) throw inputError('password-missing', { host })
  return { route, host, port, security, login, certificate, ehloName, secret }
}

async function storedSecret(
  { id, isLoopback }: Profile,
  { vault, loopback }: Pick<ServiceTools, 'vault' | 'loopback'>,
) {
  return isLoopback ? loopback.state().login.password : vault.get(id)
}
