// Mails being written, each with the receipt of the last attempt to send it.
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { type Draft, draftSchema, type StoredDraft } from '#shared/values/draft.ts'
import { type Receipt, receiptSchema } from '#shared/values/receipt.ts'

export type DraftStore = {
  /** Newest first. */
  list(): StoredDraft[]
  get(id: string): StoredDraft | null
  /** Leaves the receipt as it is. */
  save(draft: Draft, now: number): StoredDraft
  setReceipt(id: string, receipt: Receipt): void
  remove(id: string): void
}

export function createDraftStore(database: DatabaseSync): DraftStore {
  const list = database.prepare('SELECT body, saved_at, receipt FROM drafts ORDER BY saved_at DESC, rowid DESC')
  const get = database.prepare('SELECT body, saved_at, receipt FROM drafts WHERE id = ?')
  const upsert = database.prepare(
    `INSERT INTO drafts (id, body, saved_at) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at
     RETURNING body, saved_at, receipt`,
  )
  const receipt = database.prepare('UPDATE drafts SET receipt = ? WHERE id = ?')
  const remove = database.prepare('DELETE FROM drafts WHERE id = ?')
  return {
    list: () => list.all().map(storedDraftOf),
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : storedDraftOf(row)
    },
    save: (draft, now) => storedDraftOf(upsert.get(draft.id, JSON.stringify(draft), now)),
    setReceipt(id, value) {
      receipt.run(JSON.stringify(value), id)
    },
    remove(id) {
      remove.run(id)
    },
  }
}

const rowSchema = z.object({ body: z.string(), saved_at: z.number(), receipt: z.string().nullable() })

function storedDraftOf(row: unknown): StoredDraft {
  const { body, saved_at, receipt } = rowSchema.parse(row)
  return {
    draft: draftSchema.parse(JSON.parse(body)),
    savedAt: saved_at,
    receipt: receipt === null ? null : receiptSchema.parse(JSON.parse(receipt)),
  }
}
