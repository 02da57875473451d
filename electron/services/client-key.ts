// The client certificate of a profile: the certificate stands in the profile, its key beside the password in the vault.
import type { Profile } from '#shared/values/profile.ts'
import { type ClientKey, clientKeySchema } from '#shared/values/tls-choice.ts'
import { shownCertificate } from '../engine/net/tls.ts'
import type { Vault } from '../storage/index.ts'

/** Null for a profile without a client certificate, and where the key is not on this computer. */
export async function storedClientKey({ id, tls }: Profile, vault: Vault): Promise<ClientKey | null> {
  const kept = tls.client === null ? null : await vault.get(keyId(id))
  return kept === null ? null : clientKeySchema.parse(JSON.parse(kept))
}

/** The profile with the certificate that belongs to a key just typed; throws where the two cannot be used together. */
export function withClientKey(profile: Profile, key: ClientKey | null | undefined): Profile {
  if (key === undefined) return profile
  const { tls } = profile
  if (key === null) return { ...profile, tls: { ...tls, client: null } }
  const own = shownCertificate({ certificate: tls.client, key })
  // A PEM file may hold those that signed it as well, and they are shown with it.
  return { ...profile, tls: { ...tls, client: key.kind === 'pem' ? tls.client : own } }
}

export async function keepClientKey(
  { id, tls }: Profile,
  key: ClientKey | null | undefined,
  vault: Vault,
): Promise<void> {
  if (key === null || tls.client === null) await vault.remove(keyId(id))
  else if (key !== undefined) await vault.set(keyId(id), JSON.stringify(key))
}

export const forgetClientKey = (id: string, vault: Vault): Promise<void> => vault.remove(keyId(id))

const keyId = (id: string): string => `${id} client key`
