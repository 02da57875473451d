import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { SessionEvent } from '#shared/contract/profiles.ts'
import { saidInLogin } from '#shared/explain/said-in-login.ts'
import type { Draft } from '#shared/values/draft.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

let heloise: TestHeloise
beforeEach(async () => {
  heloise = await startHeloise()
})
afterEach(() => heloise.close())

const loopbackProfile = async () => {
  const [state] = await heloise.api.profiles.list()
  if (state === undefined) throw new Error('There is no profile')
  const { hasSecret: _, lastCheck: __, ...profile } = state
  return profile
}

async function newDraft(change: Partial<Draft>): Promise<Draft> {
  const { draft } = await heloise.api.drafts.create({ profileId: null, mailto: 'mailto:beto@example.com' })
  return { ...draft, subject: 'Hello', format: 'plain', text: 'Hi.', ...change }
}

async function send(draft: Draft, stopAfter: 'rcpt' | null = null): Promise<SessionEvent[]> {
  const { id } = await loopbackProfile()
  const events: SessionEvent[] = []
  for await (const event of await heloise.api.drafts.send({ draft, profileId: id, stopAfter })) events.push(event)
  return events
}

const receiptOf = (events: readonly SessionEvent[]) => {
  const last = events.at(-1)
  if (last?.kind !== 'receipt') throw new Error('The last event is no receipt')
  return last.receipt
}

const inbox = (search = '') => heloise.api.inbox.list({ search, recipient: null, offset: 0, limit: 10 })

it('sends the sample mail of the first start with one call, and the inbox has it', async () => {
  const [sample] = await heloise.api.drafts.list()
  if (sample === undefined) throw new Error('There is no sample')
  const events = await send(sample.draft)
  expect(receiptOf(events)).toMatchObject({
    outcome: 'accepted',
    auth: { mechanism: expect.any(String) },
    server: { tls: { authorized: true } },
    recipients: [{ address: 'you@loopback.test', outcome: 'accepted' }],
    failure: null,
  })
  const { mails } = await inbox()
  expect(mails).toMatchObject([
    { subject: sample.draft.subject, user: 'loopback', isTls: true, isRead: false, attachmentCount: 0 },
  ])
  expect((await heloise.api.inbox.open({ id: mails[0]?.id ?? '' })).html).toContain(sample.draft.html)
  expect((await inbox()).unread).toBe(0)
})

it('delivers headers, texts and files byte for byte, and Bcc to nobody else', async () => {
  const { api } = heloise
  const bytes = Buffer.from(Array.from({ length: 1_500_000 }, (_, index) => (index * 13 + (index >> 8)) % 256))
  const draft = await newDraft({
    subject: '¿Mañana? 🎉',
    bcc: ['secret@example.net'],
    text: 'one\n.two\n..',
  })
  const file = await api.attachments.begin({
    draftId: draft.id,
    name: 'año.bin',
    type: 'application/x-test',
    size: bytes.length,
    isInline: false,
  })
  await api.attachments.append({ id: file.id, bytes: new Blob([bytes]) })
  const events = await send({ ...draft, attachments: [file] })
  const receipt = receiptOf(events)
  expect(receipt.outcome).toBe('accepted')
  expect(events.findLast(({ kind }) => kind === 'progress')).toEqual({
    kind: 'progress',
    sent: receipt.bytes,
    total: receipt.bytes,
  })

  // What is searched has been read, files and all.
  const [mail] = (await inbox('beto')).mails
  expect(mail).toMatchObject({ envelopeTo: ['beto@example.com', 'secret@example.net'], attachmentCount: 1 })
  const opened = await api.inbox.open({ id: mail?.id ?? '' })
  expect(opened).toMatchObject({ text: 'one\n.two\n..\n', mail: { subject: '¿Mañana? 🎉' } })
  expect(opened.parts).toMatchObject([{ name: 'año.bin', type: 'application/x-test', sha256: sha256(bytes) }])
  const part = await api.inbox.part({ id: mail?.id ?? '', index: 0 })
  expect(sha256(Buffer.from(await part.arrayBuffer()))).toBe(sha256(bytes))
  const raw = Buffer.from(await (await api.inbox.raw({ id: mail?.id ?? '' })).arrayBuffer()).toString('latin1')
  expect(raw).not.toContain('secret@example.net')
})

it('keeps the draft with its receipt, and the transcript without the password', async () => {
  const draft = await newDraft({})
  const receipt = receiptOf(await send(draft))
  const shown = await hiddenLines(receipt.transcripts[0] ?? '')
  heloise = await heloise.reopen()
  expect(await heloise.api.drafts.get({ id: draft.id })).toMatchObject({ draft: { subject: 'Hello' }, receipt })

  const [transcriptId = ''] = receipt.transcripts
  const transcript = await heloise.api.transcripts.get({ id: transcriptId })
  expect(transcript).toMatchObject({ origin: 'send', outcome: 'ok' })
  const entries = await heloise.api.transcripts.entries({ id: transcriptId, from: 0, limit: 5000 })
  expect(entries.map(({ index }) => index)).toEqual(Array.from({ length: transcript.entryCount }, (_, index) => index))
  const { password } = (await heloise.api.loopback.state()).login
  const exports = await Promise.all(
    (['txt', 'jsonl', 'html', 'markdown'] as const).map((format) =>
      heloise.api.transcripts.export({ id: transcriptId, format }),
    ),
  )
  const all = JSON.stringify([entries, exports])
  expect(all).toContain('RCPT TO:')
  for (const form of [
    password,
    Buffer.from(`\0loopback\0${password}`).toString('base64'),
    Buffer.from(password).toString('base64'),
  ])
    expect(all).not.toContain(form)
  // A person who asks sees it, until the program ends.
  expect(shown.map((line) => saidInLogin(line)).some((said) => said?.includes('loopback'))).toBe(true)
  expect(await hiddenLines(transcriptId)).toEqual([])
})

it('keeps the whole mail in the transcript where the person wants that', async () => {
  await heloise.api.settings.set({ keepsBodies: true })
  const text = Array.from({ length: 60 }, (_, index) => `Line ${index}.`).join('\n')
  const { transcripts: ids } = receiptOf(await send(await newDraft({ text })))
  const { text: log } = await heloise.api.transcripts.export({ id: ids[0] ?? '', format: 'txt' })
  expect(log).toContain('C: Line 0.\nC: Line 1.\n')
  expect(log).toContain('C: Line 59.\n')
})

/** The lines of which a session shows a part. */
async function hiddenLines(id: string): Promise<string[]> {
  const { transcripts } = heloise.api
  const entries = await transcripts.entries({ id, from: 0, limit: 5000 })
  const lines = await Promise.all(entries.map(({ index }) => transcripts.hidden({ id, index })))
  return lines.filter((line) => line !== null)
}

it('checks without sending', async () => {
  expect(receiptOf(await send(await newDraft({}), 'rcpt'))).toMatchObject({ outcome: 'checked', failure: null })
  expect((await inbox()).total).toBe(0)
})

it('tells of one refused recipient beside one accepted', async () => {
  const receipt = receiptOf(await send(await newDraft({ to: ['550-5.1.1@example.com', 'beto@example.com'] })))
  expect(receipt).toMatchObject({
    outcome: 'partial',
    recipients: [
      { outcome: 'refused', reply: { code: 550, enhanced: '5.1.1' } },
      { address: 'beto@example.com', outcome: 'accepted' },
    ],
  })
})

it('is unknown when the server goes away after the dot', async () => {
  await heloise.api.loopback.configure({ scenario: 'drop-after-dot' })
  expect(receiptOf(await send(await newDraft({})))).toMatchObject({ outcome: 'unknown' })
})

it('says so when the draft or the profile cannot be used, and sends nothing', async () => {
  const { api } = heloise
  const draft = await newDraft({ to: [] })
  const { id } = await loopbackProfile()
  await expect(api.drafts.send({ draft, profileId: id, stopAfter: null })).rejects.toMatchObject({
    code: 'PROBLEM',
    data: { kind: 'no-recipients', stage: 'input' },
  })
  await expect(api.drafts.send({ draft, profileId: 'gone', stopAfter: null })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await api.transcripts.list({ origin: null, limit: 10 })).toEqual([])
})

it('stops at once when the reader leaves, and keeps what is certain', async () => {
  const silent = await silentServer()
  const profile = { ...(await loopbackProfile()), id: '', port: silent.port, security: 'none' as const, login: null }
  const { id } = await heloise.api.profiles.save({ profile })
  const draft = await newDraft({})
  const events = await heloise.api.drafts.send({ draft, profileId: id, stopAfter: null })
  for await (const event of events) if (event.kind === 'stage' && event.stage === 'greeting') break
  expect((await heloise.api.drafts.get({ id: draft.id })).receipt).toMatchObject({
    outcome: 'failed',
    failure: { kind: 'stopped' },
  })
  await silent.close()
})

it('tries a profile up to its login, and remembers how it went', async () => {
  const { api } = heloise
  const profile = await loopbackProfile()
  const test = async (edit: Parameters<typeof api.profiles.test>[0]) => {
    const events: SessionEvent[] = []
    for await (const event of await api.profiles.test(edit)) events.push(event)
    return receiptOf(events)
  }
  expect(await test({ profile })).toMatchObject({ outcome: 'checked', failure: null })
  expect((await api.profiles.list())[0]?.lastCheck).toMatchObject({
    outcome: 'ok',
    summary: expect.stringMatching(/^TLSv1\.3 · /),
    capabilities: expect.arrayContaining([{ keyword: 'PIPELINING', parameters: [] }]),
  })

  expect(await test({ profile, secret: 'wrong' })).toMatchObject({ failure: { kind: 'login-refused' } })
  expect((await api.profiles.list())[0]?.lastCheck).toMatchObject({ outcome: 'failed' })
  await expect(test({ profile, secret: '' })).rejects.toMatchObject({ data: { kind: 'password-missing' } })
})

it('still knows what the last check said when other mails are to go otherwise, not when other sessions are', async () => {
  const { api } = heloise
  const profile = await loopbackProfile()
  const checked = async (wire: WireOptions) => (await api.profiles.save({ profile: { ...profile, wire } })).lastCheck
  for await (const _ of await api.profiles.test({ profile }));
  const kept = await checked({ ...defaultWire, extensions: { CHUNKING: 'off' } })
  expect([kept?.outcome, await checked({ ...defaultWire, protocol: 'lmtp' })]).toEqual(['ok', null])
})

it('shows the certificate of a server, whoever signed it', async () => {
  const { api } = heloise
  const profile = await loopbackProfile()
  const untrusting = { ...profile, certificate: { pin: null, authorities: null, name: null } }
  expect(await api.profiles.certificate({ profile: untrusting })).toMatchObject({
    names: expect.arrayContaining(['localhost']),
  })
})

async function silentServer(): Promise<{ port: number; close(): Promise<void> }> {
  const server: Server = createServer((socket) => socket.on('error', () => {}))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
