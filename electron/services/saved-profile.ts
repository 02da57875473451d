// A saved profile with its secret, for a door that shows no window and keeps nothing.
import type { Profile } from '#shared/values/profile.ts'
import { openStorage, openVault, type Storage } from '../storage/index.ts'
import { chosenVault } from './chosen-vault.ts'

export type SavedProfile = { readonly profile: Profile; readonly secret: string | null }

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
      : { profile, secret: await secretOf(profile, storage) }
  } finally {
    storage.close()
  }
}

async function secretOf(profile: Profile, { loopback }: Storage): Promise<string | null> {
  if (profile.login === null) return null
  if (profile.isLoopback) return loopback.get()?.login.password ?? null
  const vault = chosenVault().vault ?? (await openVault())
  return vault.get(profile.id)
}
