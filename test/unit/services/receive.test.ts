import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { IncomingMail } from '../../../electron/engine/loopback/index.ts'
import { openMail } from '../../../electron/engine/mail/index.ts'
import { createChanges } from '../../../electron/services/changes.ts'
import { createMailIndexer, type MailIndexer } from '../../../electron/services/mail-indexer.ts'
import { createReceive } from '../../../electron/services/receive.ts'
import { openStorage, type Storage } from '../../../electron/storage/index.ts'

let folder = ''
let storage: Storage
let indexer: MailIndexer
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heloise-receive-'))
  storage = openStorage(folder)
  indexer = createMailIndexer(storage.mails, () => {})
})
afterEach(async () => {
  await indexer.stop()
  storage.close()
  rmSync(folder, { recursive: true })
})

const picture = Buffer.alloc(900_000, 'heloise')
const source = [
  'From: =?utf-8?Q?Jos=C3=A9?= <jose@example.org>',
  'Subject: =?utf-8?Q?=C2=BFMa=C3=B1ana=3F?=',
  'X-Folded: one',
  ' two',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>En la <b>plaza</b></p><style>p { color: red }</style>',
  '--b',
  'Content-Type: image/png; name=a.png',
  'Content-Disposition: attachment; filename=a.png',
  'Content-Transfer-Encoding: base64',
  '',
  picture.toString('base64').replace(/.{76}/g, '$&\r\n'),
  '--b--',
  '',
].join('\r\n')

async function* inPieces(text: string) {
  for (let at = 0; at < text.length; at += 50_000) yield Buffer.from(text.slice(at, at + 50_000))
}

const incoming = (content: IncomingMail['content']): IncomingMail => ({
  envelopeFrom: 'jose@example.org',
  envelopeTo: ['ana@example.com'],
  isTls: true,
  user: null,
  transcriptId: 't1',
  content,
})

const receive = (content: IncomingMail['content']) =>
  createReceive({ mails: storage.mails, indexer, changes: createChanges(), now: () => 1000 })(incoming(content))

it('keeps a mail byte for byte, and knows what it says', async () => {
  const { id } = await receive(inPieces(source))
  await indexer.finish()
  expect(storage.mails.get(id)).toEqual({
    id,
    receivedAt: 1000,
    envelopeFrom: 'jose@example.org',
    envelopeTo: ['ana@example.com'],
    from: 'José <jose@example.org>',
    subject: '¿Mañana?',
    size: source.length,
    isTls: true,
    user: null,
    isRead: false,
    attachmentCount: 1,
    transcriptId: 't1',
  })
  const kept = await storage.mails.source(id)
  expect(await kept.text()).toBe(source)
  const { headers, html, text, parts } = await openMail(kept)
  expect({ headers: headers.slice(1, 3), html: html?.slice(0, 25), text, parts }).toEqual({
    headers: [
      { name: 'Subject', value: '¿Mañana?' },
      { name: 'X-Folded', value: 'one two' },
    ],
    html: '<p>En la <b>plaza</b></p>',
    text: null,
    parts: [
      {
        index: 0,
        name: 'a.png',
        type: 'image/png',
        size: picture.length,
        contentId: null,
        isInline: false,
        sha256: createHash('sha256').update(picture).digest('hex'),
      },
    ],
  })
  const found = (search: string) => storage.mails.list({ search, recipient: null, offset: 0, limit: 1 }).total
  expect([found('plaza'), found('manana'), found('color')]).toEqual([1, 1, 0])
})

it('shows what is no mail as text', async () => {
  const { id } = await receive(inPieces('just words\r\n'))
  expect(storage.mails.get(id)).toMatchObject({ from: '', subject: '', attachmentCount: 0 })
})

it('lists a mail by its header at once, and reads the rest when it is looked for', async () => {
  const { id } = await receive(inPieces(source))
  const { from, subject, attachmentCount } = storage.mails.get(id) ?? {}
  expect({ from, subject, attachmentCount }).toEqual({
    from: 'José <jose@example.org>',
    subject: '¿Mañana?',
    attachmentCount: 0,
  })
  expect(storage.mails.unindexed(10)).toEqual([id])
  await indexer.finish()
  expect([storage.mails.unindexed(10), storage.mails.get(id)?.attachmentCount]).toEqual([[], 1])
})

it('reads nothing of a mail that is removed before', async () => {
  const { id } = await receive(inPieces(source))
  const reading = indexer.finish()
  storage.mails.remove([id])
  await reading
  expect([storage.mails.get(id), storage.mails.unindexed(10)]).toEqual([null, []])
})

it('keeps mails of the same moment, each for itself', async () => {
  const ids = await Promise.all(['one', 'two', 'three'].map((text) => receive(inPieces(`Subject: ${text}\r\n\r\n`))))
  expect(ids.map(({ id }) => storage.mails.get(id)?.subject)).toEqual(['one', 'two', 'three'])
})

it('leaves nothing of a mail that breaks off', async () => {
  const broken = async function* () {
    yield* inPieces(source)
    throw new Error('The connection was lost')
  }
  await expect(receive(broken())).rejects.toThrow('The connection was lost')
  expect(readdirSync(join(folder, 'mails'))).toEqual([])
  expect(storage.mails.list({ search: '', recipient: null, offset: 0, limit: 1 }).total).toBe(0)
})
