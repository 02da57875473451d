// The bytes of received mails: small ones in the database, larger ones streamed into files of their own.
import { mkdirSync, openAsBlob, readdirSync, rmSync, statSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** A mail that is written: its bytes when they are few, else null, and they are in a file. */
export type MailSource = { readonly size: number; readonly bytes: Uint8Array<ArrayBuffer> | null }

export type SourceWriter = {
  write(chunk: Uint8Array): Promise<void>
  finish(): Promise<MailSource>
  /** The mail did not come to its end: nothing of it stays. */
  discard(): Promise<void>
}

export type MailSources = {
  write(id: string): SourceWriter
  keep(row: number | bigint, bytes: Uint8Array): void
  read(id: string): Promise<Blob>
  forget(id: string): void
}

/** Octets up to which a mail lives in the database: one write, one read, no file. */
const largestRow = 1024 * 1024

export function createMailSources(database: DatabaseSync, folder: string): MailSources {
  const insert = database.prepare('INSERT INTO mail_sources (mail, source) VALUES (?, ?)')
  const select = database.prepare('SELECT source FROM mail_sources JOIN mails ON mail = row WHERE id = ?')
  const pathOf = (id: string) => join(folder, `${id}.eml`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeStrays(database, folder)

  return {
    write: (id) => createWriter(pathOf(id)),
    keep(row, bytes) {
      insert.run(row, bytes)
    },
    async read(id) {
      const source = select.get(id)?.source
      if (source instanceof Uint8Array) return new Blob([Uint8Array.from(source)], { type: mailType })
      return openAsBlob(pathOf(id), { type: mailType })
    },
    forget(id) {
      rmSync(pathOf(id), { force: true })
    },
  }
}

const mailType = 'message/rfc822'

function createWriter(path: string): SourceWriter {
  const held: Uint8Array[] = []
  let size = 0
  let file: FileHandle | null = null
  return {
    async write(chunk) {
      size += chunk.length
      if (file === null && size <= largestRow) {
        held.push(Uint8Array.from(chunk))
        return
      }
      file ??= await open(path, 'wx', 0o600)
      for (const piece of held.splice(0)) await file.writeFile(piece)
      await file.writeFile(chunk)
    },
    async finish() {
      if (file === null) return { size, bytes: Buffer.concat(held) }
      await file.sync()
      await file.close()
      return { size, bytes: null }
    },
    async discard() {
      held.length = 0
      await file?.close()
      rmSync(path, { force: true })
    },
  }
}

/** Milliseconds after which no mail can still be on its way into its file. */
const oneDay = 24 * 60 * 60 * 1000

/** Files of mails that never came to their end; a younger one may be another program's, which is just receiving it. */
function removeStrays(database: DatabaseSync, folder: string): void {
  const known = new Set(
    database
      .prepare('SELECT id FROM mails')
      .all()
      .map((row) => `${row.id}.eml`),
  )
  const strays = readdirSync(folder).filter((name) => !known.has(name))
  for (const path of strays.map((name) => join(folder, name)))
    if (Date.now() - statSync(path).mtimeMs > oneDay) rmSync(path, { force: true })
}
