import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ReceivedMail } from '#shared/values/received-mail.ts'
import { openStorage, type Storage } from '../../../electron/storage/index.ts'

let folder = ''
let storage: Storage
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heloise-mails-'))
  storage = openStorage(folder)
})
afterEach(() => {
  storage.close()
  rmSync(folder, { recursive: true })
})

const mail: ReceivedMail = {
  id: 'm1',
  receivedAt: 1000,
  envelopeFrom: 'ana@example.org',
  envelopeTo: ['beto@example.com'],
  from: 'Ana Núñez <ana@example.org>',
  subject: 'Lunch',
  size: 3,
  isTls: true,
  user: 'loopback',
  isRead: false,
  attachmentCount: 0,
  transcriptId: null,
}

async function keep(change: Partial<ReceivedMail>, text = '', chunks: readonly Uint8Array[] = [Buffer.from('abc')]) {
  const whole = { ...mail, ...change }
  const writer = storage.mails.write(whole.id)
  for (const chunk of chunks) await writer.write(chunk)
  storage.mails.add([{ mail: whole, source: await writer.finish() }])
  storage.mails.index([{ id: whole.id, attachmentCount: whole.attachmentCount, text }])
}

const find = (search: string, recipient: string | null = null) =>
  storage.mails.list({ search, recipient, offset: 0, limit: 10 }).mails.map(({ id }) => id)

it('lists the newest first, with every mailbox, and what is unread', async () => {
  await keep({ id: 'm1' })
  await keep({ id: 'm2', envelopeTo: ['carla@example.com', 'BETO@example.com'], user: null })
  storage.mails.markRead('m1')
  expect(storage.mails.list({ search: '', recipient: null, offset: 0, limit: 1 })).toEqual({
    mails: [{ ...mail, id: 'm2', envelopeTo: ['carla@example.com', 'BETO@example.com'], user: null }],
    total: 2,
    unread: 1,
    recipients: ['beto@example.com', 'carla@example.com'],
  })
  expect(find('', 'beto@example.com')).toEqual(['m2', 'm1'])
  expect(find('', 'carla@example.com')).toEqual(['m2'])
})

it('finds words of sender, recipients, subject and text, accents or not', async () => {
  await keep({ id: 'm1' }, 'Quedamos mañana en la plaza')
  await keep({ id: 'm2', from: 'x', subject: 'Invoice 2026', envelopeTo: ['carla@example.com'] }, '100% "sure"')
  const searches = [
    'nunez',
    'manan',
    'plaza quedamos',
    'invoice',
    'carla',
    'ana@example.org',
    '"sure" NOT',
    'nothing',
    '%%',
    ' ',
  ]
  expect(Object.fromEntries(searches.map((search) => [search, find(search)]))).toEqual({
    nunez: ['m1'],
    manan: ['m1'],
    'plaza quedamos': ['m1'],
    invoice: ['m2'],
    carla: ['m2'],
    'ana@example.org': ['m2', 'm1'],
    '"sure" NOT': [],
    nothing: [],
    '%%': [],
    ' ': ['m2', 'm1'],
  })
})

it('keeps a small mail in the database and a large one in a file, byte for byte', async () => {
  const large = Array.from({ length: 5 }, (_, index) => Buffer.alloc(300_000, index))
  await keep({ id: 'small' })
  await keep({ id: 'large' }, '', large)
  expect(readdirSync(join(folder, 'mails'))).toEqual(['large.eml'])
  const read = async (id: string) => Buffer.from(await (await storage.mails.source(id)).arrayBuffer())
  expect((await read('small')).toString()).toBe('abc')
  expect((await read('large')).equals(Buffer.concat(large))).toBe(true)

  writeFileSync(join(folder, 'other.eml'), 'not a mail of ours')
  storage.mails.remove(['large', '../other'])
  expect(existsSync(join(folder, 'other.eml'))).toBe(true)
  expect(readdirSync(join(folder, 'mails'))).toEqual([])
  expect(find('')).toEqual(['small'])
  storage.mails.clear()
  expect(storage.mails.list({ search: 'lunch', recipient: null, offset: 0, limit: 10 })).toEqual({
    mails: [],
    total: 0,
    unread: 0,
    recipients: [],
  })
})

it('leaves nothing of a mail that broke off, nor of one that was never added', async () => {
  const broken = storage.mails.write('broken')
  await broken.write(Buffer.alloc(2_000_000))
  await broken.discard()
  const forgotten = storage.mails.write('forgotten')
  await forgotten.write(Buffer.alloc(2_000_000))
  await forgotten.finish()
  const younger = storage.mails.write('younger')
  await younger.write(Buffer.alloc(2_000_000))
  await younger.finish()
  expect(readdirSync(join(folder, 'mails'))).toEqual(['forgotten.eml', 'younger.eml'])
  storage.close()
  utimesSync(join(folder, 'mails', 'forgotten.eml'), 0, 0)
  storage = openStorage(folder)
  expect(readdirSync(join(folder, 'mails'))).toEqual(['younger.eml'])
})
