// Sessions and their entries. Entries come and are kept some at a time, so that a million of them cost a few thousand rows.
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Entry, entrySchema, type Origin, type Transcript, transcriptSchema } from '#shared/values/transcript.ts'
import { inTransaction } from './transaction.ts'

/** What there is to keep of a session. */
export type SessionPart = {
  readonly id: string
  /** The session itself, when it is new. */
  readonly begun: Transcript | null
  /** They follow the ones before without a gap. */
  readonly entries: readonly Entry[]
  readonly end: { readonly outcome: Transcript['outcome']; readonly at: number } | null
}

export type TranscriptStore = {
  /** Newest first. */
  list(origin: Origin | null, limit: number): Transcript[]
  get(id: string): Transcript | null
  /** All of it, or nothing. */
  keep(parts: readonly SessionPart[]): void
  entries(id: string, from: number, limit: number): Entry[]
  update(id: string, change: { name?: string | undefined; isKept?: boolean | undefined }): Transcript | null
  remove(id: string): void
  /** Forgets what ended before and is not kept; answers how many that were. */
  removeOlder(than: number): number
  /** Those that a program which was ended left running. */
  endRunning(at: number): void
}

export function createTranscriptStore(database: DatabaseSync): TranscriptStore {
  const list = database.prepare(
    `SELECT * FROM transcripts WHERE :origin IS NULL OR origin = :origin ORDER BY started_at DESC, rowid DESC LIMIT :limit`,
  )
  const get = database.prepare('SELECT * FROM transcripts WHERE id = ?')
  const insert = database.prepare(
    `INSERT INTO transcripts (id, origin, name, started_at, ended_at, outcome, entry_count, is_kept)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const batch = database.prepare('INSERT INTO entry_batches (transcript_id, first, count, entries) VALUES (?, ?, ?, ?)')
  const count = database.prepare('UPDATE transcripts SET entry_count = entry_count + ? WHERE id = ?')
  const entries = database.prepare(
    `SELECT entries FROM entry_batches
     WHERE transcript_id = :id AND first + count > :from AND first < :from + :limit ORDER BY first`,
  )
  const end = database.prepare('UPDATE transcripts SET outcome = ?, ended_at = ? WHERE id = ?')
  const update = database.prepare(
    `UPDATE transcripts SET name = coalesce(:name, name), is_kept = coalesce(:isKept, is_kept) WHERE id = :id RETURNING *`,
  )
  const remove = database.prepare('DELETE FROM transcripts WHERE id = ?')
  const removeOlder = database.prepare('DELETE FROM transcripts WHERE is_kept = 0 AND ended_at < ?')
  const endRunning = database.prepare(
    `UPDATE transcripts SET outcome = 'stopped', ended_at = ? WHERE outcome = 'running'`,
  )

  const begin = ({ id, origin, name, startedAt, endedAt, outcome, entryCount, isKept }: Transcript) =>
    insert.run(id, origin, name, startedAt, endedAt, outcome, entryCount, Number(isKept))

  const append = ({ id, entries }: SessionPart) => {
    const first = entries[0]
    if (first === undefined) return
    batch.run(id, first.index, entries.length, JSON.stringify(entries))
    count.run(entries.length, id)
  }

  return {
    list: (origin, limit) => list.all({ origin, limit }).map(transcriptOf),
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : transcriptOf(row)
    },
    keep(parts) {
      inTransaction(database, () => {
        for (const part of parts) {
          if (part.begun !== null) begin(part.begun)
          append(part)
          if (part.end !== null) end.run(part.end.outcome, part.end.at, part.id)
        }
      })
    },
    entries: (id, from, limit) =>
      entries
        .all({ id, from, limit })
        .flatMap((row) => batchSchema.parse(JSON.parse(String(row.entries))))
        .filter(({ index }) => index >= from && index < from + limit),
    update(id, { name = null, isKept }) {
      const row = update.get({ id, name, isKept: isKept === undefined ? null : Number(isKept) })
      return row === undefined ? null : transcriptOf(row)
    },
    remove(id) {
      remove.run(id)
    },
    removeOlder: (than) => Number(removeOlder.run(than).changes),
    endRunning(at) {
      endRunning.run(at)
    },
  }
}

const batchSchema = z.array(entrySchema)

const rowSchema = z.object({
  id: z.string(),
  origin: transcriptSchema.shape.origin,
  name: z.string(),
  started_at: z.number(),
  ended_at: z.number().nullable(),
  outcome: transcriptSchema.shape.outcome,
  entry_count: z.number(),
  is_kept: z.number(),
})

function transcriptOf(row: unknown): Transcript {
  const { started_at, ended_at, entry_count, is_kept, ...rest } = rowSchema.parse(row)
  return { ...rest, startedAt: started_at, endedAt: ended_at, entryCount: entry_count, isKept: is_kept === 1 }
}
