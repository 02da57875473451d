// The mails that the loopback server took: index and search. Their bytes are kept by mail-sources.ts.
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { ReceivedMail } from '#shared/values/received-mail.ts'
import { createMailSources, type MailSource, type SourceWriter } from './mail-sources.ts'
import { inTransaction } from './transaction.ts'

type MailQuery = {
  readonly search: string
  readonly recipient: string | null
  readonly offset: number
  readonly limit: number
}

type MailList = {
  readonly mails: ReceivedMail[]
  readonly total: number
  readonly unread: number
  /** Every mailbox that ever got a mail which is still here. */
  readonly recipients: string[]
}

export type WholeMail = { readonly mail: ReceivedMail; readonly source: MailSource }
/** `text`: its words, for searching. */
export type IndexedMail = { readonly id: string; readonly attachmentCount: number; readonly text: string }

export type MailStore = {
  /** Takes the bytes of a mail as they come; `add` then makes it a mail of the inbox, at once and whole. */
  write(id: string): SourceWriter
  /** All of them or none. What only reading a mail tells is added later, by `index`. */
  add(mails: readonly WholeMail[]): void
  /** Ids of mails that were not read yet, the oldest first. */
  unindexed(limit: number): string[]
  index(mails: readonly IndexedMail[]): void
  list(query: MailQuery): MailList
  get(id: string): ReceivedMail | null
  /** The octets as received. */
  source(id: string): Promise<Blob>
  markRead(id: string): void
  remove(ids: readonly string[]): void
  clear(): void
}

export function createMailStore(database: DatabaseSync, folder: string): MailStore {
  const sources = createMailSources(database, folder)
  const insert = database.prepare(
    `INSERT INTO mails (id, received_at, envelope_from, envelope_to, sender, subject, size, is_tls, user, is_read,
       attachment_count, transcript_id, is_indexed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
  )
  const insertRecipient = database.prepare('INSERT INTO mail_recipients (mail, address) VALUES (?, ?)')
  const insertSearch = database.prepare(
    `INSERT INTO mail_search (rowid, sender, recipients, subject, text)
     SELECT row, sender || ' ' || envelope_from, envelope_to, subject, :text FROM mails WHERE id = :id`,
  )
  const unindexed = database.prepare('SELECT id FROM mails WHERE is_indexed = 0 ORDER BY row LIMIT ?')
  const markIndexed = database.prepare(
    'UPDATE mails SET is_indexed = 1, attachment_count = ? WHERE id = ? AND is_indexed = 0',
  )
  const get = database.prepare('SELECT * FROM mails WHERE id = ?')
  const page = database.prepare(`SELECT * FROM mails ${found} ORDER BY row DESC LIMIT :limit OFFSET :offset`)
  const total = database.prepare(`SELECT count(*) AS total FROM mails ${found}`)
  const unread = database.prepare('SELECT count(*) AS total FROM mails WHERE is_read = 0')
  const recipients = database.prepare('SELECT DISTINCT address FROM mail_recipients ORDER BY address')
  const markRead = database.prepare('UPDATE mails SET is_read = 1 WHERE id = ?')
  const ids = database.prepare('SELECT id FROM mails')
  const remove = database.prepare('DELETE FROM mails WHERE id = ?')

  const store: MailStore = {
    write: (id) => sources.write(id),
    add(mails) {
      inTransaction(database, () => {
        for (const { mail, source } of mails) {
          const { lastInsertRowid: row } = insert.run(...columnsOf(mail))
          for (const address of mail.envelopeTo) insertRecipient.run(row, address)
          if (source.bytes !== null) sources.keep(row, source.bytes)
        }
      })
    },
    unindexed: (limit) => unindexed.all(limit).map((row) => String(row.id)),
    index(mails) {
      inTransaction(database, () => {
        // One that was removed meanwhile, or that another program read, is left alone.
        for (const { id, attachmentCount, text } of mails)
          if (markIndexed.run(attachmentCount, id).changes > 0) insertSearch.run({ id, text })
      })
    },
    list({ search, recipient, offset, limit }) {
      const filter = { match: matchOf(search), recipient }
      return {
        mails: page.all({ ...filter, offset, limit }).map(mailOf),
        total: countOf(total.get(filter)),
        unread: countOf(unread.get()),
        recipients: recipients.all().map((row) => String(row.address)),
      }
    },
    get(id) {
      const row = get.get(id)
      return row === undefined ? null : mailOf(row)
    },
    source: (id) => sources.read(id),
    markRead(id) {
      markRead.run(id)
    },
    remove(ids) {
      // Only an id that was one of ours may name a file.
      const removed = inTransaction(database, () => ids.filter((id) => remove.run(id).changes > 0))
      for (const id of removed) sources.forget(id)
    },
    clear() {
      store.remove(ids.all().map((row) => String(row.id)))
    },
  }
  return store
}

const found = `WHERE (:match IS NULL OR row IN (SELECT rowid FROM mail_search WHERE mail_search MATCH :match))
  AND (:recipient IS NULL OR row IN (SELECT mail FROM mail_recipients WHERE address = :recipient))`

/** Every word as typed must begin a word of the mail; quotes keep FTS5 from reading its own language into them. */
function matchOf(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length > 0) return words.map((word) => `"${word}"*`).join(' ')
  // Signs alone are in no index: nothing can be found.
  return search.trim() === '' ? null : '"\u{10FFFF}"'
}

function columnsOf(mail: ReceivedMail) {
  return [
    mail.id,
    mail.receivedAt,
    mail.envelopeFrom,
    JSON.stringify(mail.envelopeTo),
    mail.from,
    mail.subject,
    mail.size,
    Number(mail.isTls),
    mail.user,
    Number(mail.isRead),
    mail.attachmentCount,
    mail.transcriptId,
  ] as const
}

const countOf = (row: unknown): number => z.object({ total: z.number() }).parse(row).total

const rowSchema = z.object({
  id: z.string(),
  received_at: z.number(),
  envelope_from: z.string(),
  envelope_to: z.string(),
  sender: z.string(),
  subject: z.string(),
  size: z.number(),
  is_tls: z.number(),
  user: z.string().nullable(),
  is_read: z.number(),
  attachment_count: z.number(),
  transcript_id: z.string().nullable(),
})

function mailOf(row: unknown): ReceivedMail {
  const stored = rowSchema.parse(row)
  return {
    id: stored.id,
    receivedAt: stored.received_at,
    envelopeFrom: stored.envelope_from,
    envelopeTo: z.array(z.string()).parse(JSON.parse(stored.envelope_to)),
    from: stored.sender,
    subject: stored.subject,
    size: stored.size,
    isTls: stored.is_tls === 1,
    user: stored.user,
    isRead: stored.is_read === 1,
    attachmentCount: stored.attachment_count,
    transcriptId: stored.transcript_id,
  }
}
