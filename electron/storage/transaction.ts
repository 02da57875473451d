// Several writes as one: all of them are kept, or none.
import type { DatabaseSync } from 'node:sqlite'

export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (trouble) {
    database.exec('ROLLBACK')
    throw trouble
  }
}
