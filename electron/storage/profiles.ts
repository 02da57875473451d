// Saved servers and what their last check said. No secret is ever here: see vault.ts.
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Profile, profileSchema, profileStateSchema } from '#shared/values/profile.ts'

type LastCheck = z.infer<typeof lastCheckSchema>
type StoredProfile = { readonly profile: Profile; readonly lastCheck: LastCheck | null }

export type ProfileStore = {
  /** In the order in which they were made. */
  list(): StoredProfile[]
  get(id: string): StoredProfile | null
  save(profile: Profile, now: number): void
  setLastCheck(id: string, check: LastCheck | null): void
  remove(id: string): void
}

export function createProfileStore(database: DatabaseSync): ProfileStore {
  const list = database.prepare('SELECT body, last_check FROM profiles ORDER BY created_at, rowid')
  const get = database.prepare('SELECT body, last_check FROM profiles WHERE id = ?')
  const upsert = database.prepare(
    'INSERT INTO profiles (id, body, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  )
  const check = database.prepare('UPDATE profiles SET last_check = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM profiles WHERE id = ?')
  return {
    list: () => list.all().map(storedProfileOf),
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : storedProfileOf(row)
    },
    save(profile, now) {
      upsert.run(profile.id, JSON.stringify(profile), now)
    },
    setLastCheck(id, outcome) {
      check.run(outcome === null ? null : JSON.stringify(outcome), id)
    },
    remove(id) {
      remove.run(id)
    },
  }
}

const lastCheckSchema = profileStateSchema.shape.lastCheck.unwrap()
const rowSchema = z.object({ body: z.string(), last_check: z.string().nullable() })

function storedProfileOf(row: unknown): StoredProfile {
  const { body, last_check } = rowSchema.parse(row)
  return {
    profile: profileSchema.parse(JSON.parse(body)),
    lastCheck: last_check === null ? null : lastCheckSchema.parse(JSON.parse(last_check)),
  }
}
