// A saved profile with its secret, for a door that shows no window and keeps nothing.
import type { Profile } from '#shared/values/profile.ts'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import { openStorage, openVault, type Storage } from '../storage/index.ts'
import { chosenVault } from './chosen-vault.ts'
import { storedClientKey } from './client-key.ts'
import { storedProxySecret } from './proxy-secret.ts'

export type SavedProfile = {
  readonly profile: Profile
  readonly secret: string | null
  readonly clientKey: ClientKey | null
  readonly proxySecret: string | null
}

/** By name, whatever its case, or by id; when there is none, the names that there are. */
export async function savedProfile(name: string, dataFolder: string): Promise<SavedProfile | readonly string[]> {
  const storage = openStorage(dataFolder)
  try {
    const profiles = storage.profiles.list().map(({ profile }) => profile)
    const profile =
      profiles.find((each) => each.name === name || each.id === name) ??
      profiles.find((each) => each.name.toLowerCase() === name.toLowerCase())
    return profile === undefined
      ? profiles.map((each) => each.name)
      : { profile, ...(await secretsOf(profile, storage)) }
  } finally {
    storage.close()
  }
}

async function secretsOf(profile: Profile, { loopback }: Storage): Promise<Omit<SavedProfile, 'profile'>> {
  const { id, login, isLoopback, tls, connection } = profile
  const none = { secret: null, clientKey: null, proxySecret: null }
  if (isLoopback) return { ...none, secret: login && (loopback.get()?.login.password ?? null) }
  if (login === null && tls.client === null && connection.proxy === null) return none
  const vault = chosenVault().vault ?? (await openVault())
  return {
    secret: login && (await vault.get(id)),
    clientKey: await storedClientKey(profile, vault),
    proxySecret: await storedProxySecret(profile, vault),
  }
}
