// Opens the database file. One that is damaged, or newer than this version knows, is set aside under another name and
// never overwritten; a fresh one takes its place and a notice says so.
import { existsSync, renameSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Words } from '#shared/values/settings.ts'
import { migrations } from './migrations.ts'

export type OpenedDatabase = { readonly database: DatabaseSync; readonly notices: readonly Words[] }

export function openDatabase(path: string, now: Date): OpenedDatabase {
  const opened = tryToOpen(path)
  if (opened instanceof DatabaseSync) return { database: opened, notices: [] }
  const kept = setAside(path, now)
  const fresh = tryToOpen(path)
  if (!(fresh instanceof DatabaseSync)) throw new Error('The database cannot be created', { cause: fresh.trouble })
  return { database: fresh, notices: [noticeOf(opened.kind, basename(kept))] }
}

type Unusable = { readonly kind: 'damaged' | 'newer'; readonly trouble: unknown }

function tryToOpen(path: string): DatabaseSync | Unusable {
  const database = new DatabaseSync(path, { timeout: busyTimeout, enableForeignKeyConstraints: true })
  try {
    if (versionOf(database) > migrations.length) return refuse(database, 'newer', null)
    if (!isSound(database, path)) return refuse(database, 'damaged', null)
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
    migrate(database)
    return database
  } catch (trouble) {
    if (!isDamage(trouble)) {
      database.close()
      throw trouble
    }
    return refuse(database, 'damaged', trouble)
  }
}

/** Milliseconds to wait while another Heloise, the command line for instance, writes. */
const busyTimeout = 5000

function refuse(database: DatabaseSync, kind: Unusable['kind'], trouble: unknown): Unusable {
  database.close()
  return { kind, trouble }
}

/** Octets up to which the whole file is read through at start; of a larger one, the tables that are not bulk. */
const quicklyRead = 64 * 1024 * 1024
const smallTables = ['settings', 'profiles', 'drafts', 'attachments', 'transcripts', 'mails']

function isSound(database: DatabaseSync, path: string): boolean {
  const isLarge = versionOf(database) > 0 && statSync(path).size > quicklyRead
  const checks = isLarge ? smallTables.map((table) => `quick_check(${table})`) : ['quick_check(1)']
  return checks.every((check) => database.prepare(`PRAGMA ${check}`).get()?.quick_check === 'ok')
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version ?? 0)
}

function migrate(database: DatabaseSync): void {
  if (versionOf(database) === migrations.length) return
  database.exec('BEGIN IMMEDIATE')
  try {
    for (const step of migrations.slice(versionOf(database))) database.exec(step)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (trouble) {
    database.exec('ROLLBACK')
    throw trouble
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (sqlite.org/rescode.html) are damage; a table that is there already is somebody else's file. */
const damage = new Set([1, 11, 26])
function isDamage(trouble: unknown): boolean {
  if (!(trouble instanceof Error) || !('errcode' in trouble)) return false
  return damage.has(Number(trouble.errcode) & 0xff)
}

/** Moves the file and its write-ahead log; a name that is taken already gets a number. */
function setAside(path: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-')
  const candidate = (count: number) => `${path}.${stamp}${count === 0 ? '' : `-${count}`}`
  let count = 0
  while (existsSync(candidate(count))) count += 1
  const kept = candidate(count)
  renameSync(path, kept)
  for (const part of ['-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, kept + part)
  return kept
}

function noticeOf(kind: Unusable['kind'], kept: string): Words {
  return kind === 'newer'
    ? {
        en: `The stored data was written by a newer version of Heloise. It was set aside as ${kept}, untouched, and a new database was begun.`,
        es: `Los datos guardados son de una versión más nueva de Heloise. Se han apartado como ${kept}, sin tocarlos, y se ha empezado una base de datos nueva.`,
      }
    : {
        en: `The stored data was damaged and could not be read. It was set aside as ${kept}, untouched, and a new database was begun.`,
        es: `Los datos guardados estaban dañados y no se han podido leer. Se han apartado como ${kept}, sin tocarlos, y se ha empezado una base de datos nueva.`,
      }
}
