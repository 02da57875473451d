// The password of a profile's proxy: beside the password of its login, in the vault.
import type { Profile } from '#shared/values/profile.ts'
import type { Vault } from '../storage/index.ts'

/** Null for a profile without a proxy, and for a proxy that asks for no login. */
export async function storedProxySecret({ id, connection: { proxy } }: Profile, vault: Vault): Promise<string | null> {
  return proxy === null || proxy.user === null ? null : vault.get(secretId(id))
}

/** `undefined` leaves what is kept alone, as long as there is a login that it could be for. */
export async function keepProxySecret(
  { id, connection: { proxy } }: Profile,
  secret: string | null | undefined,
  vault: Vault,
): Promise<void> {
  if (secret === null || proxy === null || proxy.user === null) await vault.remove(secretId(id))
  else if (secret !== undefined) await vault.set(secretId(id), secret)
}

export const forgetProxySecret = (id: string, vault: Vault): Promise<void> => vault.remove(secretId(id))

const secretId = (id: string): string => `${id} proxy`
