import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../../electron/storage/database.ts'
import { migrations } from '../../../electron/storage/migrations.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heloise-database-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const now = new Date('2026-03-04T05:06:07Z')
const open = () => openDatabase(join(folder, 'heloise.db'), now)
const noticed = () => {
  const { database, notices } = open()
  database.close()
  return notices.map(({ en }) => en)
}

it('is made at first and found as it was later', () => {
  const { database } = open()
  database.exec("INSERT INTO settings VALUES ('word', 'kept')")
  database.close()

  const again = open()
  expect(again.notices).toEqual([])
  expect(again.database.prepare('SELECT value FROM settings').get()).toMatchObject({ value: 'kept' })
  expect(again.database.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: migrations.length })
  again.database.close()
})

it('sets aside a file that is no database, byte for byte', () => {
  writeFileSync(join(folder, 'heloise.db'), 'This is a poem, not a database. '.repeat(100))
  expect(noticed()).toEqual([
    'The stored data was damaged and could not be read. It was set aside as heloise.db.2026-03-04T05-06-07, untouched, and a new database was begun.',
  ])
  expect(readFileSync(join(folder, 'heloise.db.2026-03-04T05-06-07'), 'utf8')).toMatch(/^This is a poem/)
})

it('sets aside a database with a page overwritten', () => {
  open().database.close()
  const bytes = readFileSync(join(folder, 'heloise.db'))
  bytes.fill(0x5a, 4096, 4096 * 4)
  writeFileSync(join(folder, 'heloise.db'), bytes)
  expect(noticed()).toHaveLength(1)
  expect(readdirSync(folder).filter((name) => name.includes('2026'))).toEqual(['heloise.db.2026-03-04T05-06-07'])
})

it('sets aside a database of a newer version, and never over another one', () => {
  for (const round of [0, 1]) {
    const newer = new DatabaseSync(join(folder, 'heloise.db'))
    newer.exec(`CREATE TABLE IF NOT EXISTS round${round} (x); PRAGMA user_version = 999`)
    newer.close()
    expect(noticed()[0]).toMatch(/newer version of Heloise/)
  }
  expect(readdirSync(folder).sort()).toEqual([
    'heloise.db',
    'heloise.db.2026-03-04T05-06-07',
    'heloise.db.2026-03-04T05-06-07-1',
  ])
})
