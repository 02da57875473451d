// Small things kept by name: the settings, and what the loopback server remembers.
import type { DatabaseSync } from 'node:sqlite'
import type { z } from 'zod'

/** One value under a fixed name; null until it is set, or when what is stored no longer fits its shape. */
export type Shelf<T> = { get(): T | null; set(value: T): void }

export function createShelf<T>(database: DatabaseSync, key: string, schema: z.ZodType<T>): Shelf<T> {
  const select = database.prepare('SELECT value FROM settings WHERE key = ?')
  const upsert = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get() {
      const row = select.get(key)
      if (row === undefined) return null
      const parsed = schema.safeParse(JSON.parse(String(row.value)))
      return parsed.success ? parsed.data : null
    },
    set(value) {
      upsert.run(key, JSON.stringify(value))
    },
  }
}
