// The files of drafts: what they are, in the database; their bytes, in files named by us. A name from the page is only shown.
import { mkdirSync, openAsBlob, readdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Attachment } from '#shared/values/draft.ts'

/** `received`: octets that are here already. Complete once it equals `size`. */
type StoredAttachment = Attachment & { readonly draftId: string; readonly received: number }

export type AttachmentStore = {
  begin(draftId: string, attachment: Attachment): void
  get(id: string): StoredAttachment | null
  /** Adds bytes at the end, one call after the other; answers how many octets are here now. */
  append(id: string, bytes: Uint8Array): Promise<number>
  /** The file of its bytes; null where there are none. */
  path(id: string): string | null
  blob(id: string): Promise<Blob>
  remove(id: string): void
  removeAll(draftId: string): void
}

export function createAttachmentStore(database: DatabaseSync, folder: string): AttachmentStore {
  const insert = database.prepare(
    'INSERT INTO attachments (id, draft_id, name, type, size, content_id, received) VALUES (?, ?, ?, ?, ?, ?, 0)',
  )
  const get = database.prepare('SELECT * FROM attachments WHERE id = ?')
  const received = database.prepare('UPDATE attachments SET received = received + ? WHERE id = ? RETURNING received')
  const remove = database.prepare('DELETE FROM attachments WHERE id = ?')
  const ofDraft = database.prepare('SELECT id FROM attachments WHERE draft_id = ?')
  const pathOf = (id: string) => join(folder, id)

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeStrays(database, folder)

  const store: AttachmentStore = {
    begin(draftId, { id, name, type, size, contentId }) {
      insert.run(id, draftId, name, type, size, contentId)
    },
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : attachmentOf(row)
    },
    async append(id, bytes) {
      // At a fixed place, so that bytes of an attempt that broke off are written over.
      const at = store.get(id)?.received ?? 0
      const file = await open(pathOf(id), at === 0 ? 'w' : 'r+', 0o600)
      try {
        await file.write(bytes, 0, bytes.length, at)
      } finally {
        await file.close()
      }
      return z.object({ received: z.number() }).parse(received.get(bytes.length, id)).received
    },
    path: (id) => (store.get(id)?.size === 0 ? null : pathOf(id)),
    blob: async (id) => {
      const { size = 0, type = '' } = store.get(id) ?? {}
      return size === 0 ? new Blob([], { type }) : openAsBlob(pathOf(id), { type })
    },
    remove(id) {
      remove.run(id)
      rmSync(pathOf(id), { force: true })
    },
    removeAll(draftId) {
      for (const { id } of ofDraft.all(draftId)) store.remove(String(id))
    },
  }
  return store
}

/** Files that no draft knows any more, left by a program that was ended between two steps. */
function removeStrays(database: DatabaseSync, folder: string): void {
  const known = new Set(
    database
      .prepare('SELECT id FROM attachments')
      .all()
      .map((row) => row.id),
  )
  for (const name of readdirSync(folder)) if (!known.has(name)) rmSync(join(folder, name), { force: true })
}

const rowSchema = z.object({
  id: z.string(),
  draft_id: z.string(),
  name: z.string(),
  type: z.string(),
  size: z.number(),
  content_id: z.string().nullable(),
  received: z.number(),
})

function attachmentOf(row: unknown): StoredAttachment {
  const { draft_id, content_id, ...rest } = rowSchema.parse(row)
  return { ...rest, draftId: draft_id, contentId: content_id }
}
