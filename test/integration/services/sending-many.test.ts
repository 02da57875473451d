import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { BulkEvent, BulkPace } from '#shared/values/bulk.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { Profile } from '#shared/values/profile.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'
import { postOffice } from '../../fakes/post-office.ts'

let heloise: TestHeloise
beforeEach(async () => {
  heloise = await startHeloise()
})
afterEach(() => heloise.close())

const usual: BulkPace = {
  count: 20,
  connections: 2,
  window: 1,
  mailsPerConnection: null,
  rate: null,
  keepsOrder: false,
}

async function loopbackProfile(): Promise<Profile> {
  const [state] = await heloise.api.profiles.list()
  if (state === undefined) throw new Error('There is no profile')
  const { hasSecret: _, lastCheck: __, ...profile } = state
  return profile
}

async function newDraft(change: Partial<Draft> = {}): Promise<Draft> {
  const { draft } = await heloise.api.drafts.create({ profileId: null, mailto: 'mailto:beto@example.com' })
  return { ...draft, subject: 'Hello', format: 'plain', text: 'Hi.', ...change }
}

async function sendMany(draft: Draft, pace: Partial<BulkPace>, hear: (event: BulkEvent) => unknown = () => {}) {
  const { id: profileId } = await loopbackProfile()
  const events: BulkEvent[] = []
  for await (const event of await heloise.api.drafts.sendMany({ draft, profileId, pace: { ...usual, ...pace } })) {
    events.push(event)
    await hear(event)
  }
  const last = events.at(-1)
  if (last?.kind !== 'result') throw new Error('The last event is no result')
  return { events, ...last }
}

const inbox = (limit = 100) => heloise.api.inbox.list({ search: '', recipient: null, offset: 0, limit })
const sources = async () =>
  Promise.all(
    (await inbox()).mails.map(async ({ id }) =>
      Buffer.from(await (await heloise.api.inbox.raw({ id })).arrayBuffer()).toString('latin1'),
    ),
  )
const idOf = (source: string) => /^Message-ID: (.*)\r$/im.exec(source)?.[1]
const sessions = async () => (await heloise.api.transcripts.list({ origin: 'send', limit: 100 })).length

it('sends twenty copies over two connections, each with a Message-ID of its own, and keeps nothing but their sessions', async () => {
  const draft = await newDraft()
  const { events, result, wasStopped } = await sendMany(draft, {})
  expect([events[0]?.kind, wasStopped, result]).toEqual([
    'begun',
    false,
    {
      sent: 20,
      refused: 0,
      unknown: 0,
      failed: 0,
      connections: 2,
      failure: null,
      seconds: expect.any(Number),
      messagesPerSecond: 20 / result.seconds,
    },
  ])
  const ids = (await sources()).map(idOf)
  expect([ids.length, new Set(ids).size, ids.includes(undefined)]).toEqual([20, 20, false])
  expect([await sessions(), (await heloise.api.drafts.get({ id: draft.id })).receipt]).toEqual([2, null])
})

it('tells the counts on the way, and logs no sessions of many mails', async () => {
  const { events } = await sendMany(await newDraft(), { count: 21, connections: 1 })
  const counts = events.flatMap((event) => (event.kind === 'progress' ? [event.counts.sent] : []))
  expect(counts.length).toBeGreaterThan(0)
  expect(counts).toEqual(counts.toSorted((one, other) => one - other))
  expect([(await inbox()).total, await sessions()]).toEqual([21, 0])
})

it('stops early, and the counts are what the server has', async () => {
  let id = ''
  const { result, wasStopped } = await sendMany(await newDraft(), { count: 5000, rate: 50 }, async (event) => {
    if (event.kind === 'begun') id = event.id
    if (event.kind === 'progress') await heloise.api.drafts.stopMany({ id })
  })
  const { sent, refused, unknown, failed } = result
  const { total } = await inbox()
  expect([wasStopped, refused, sent + unknown + failed, sent > 0, sent < 5000]).toEqual([true, 0, 5000, true, true])
  // What was cut off behind its end may have arrived.
  expect([total >= sent, total <= sent + unknown]).toEqual([true, true])
})

it('ends when the reader leaves', async () => {
  const { id: profileId } = await loopbackProfile()
  const pace = { ...usual, count: 5000, rate: 50 }
  const events = await heloise.api.drafts.sendMany({ draft: await newDraft(), profileId, pace })
  for await (const event of events) if (event.kind === 'progress') break
  // Leaving ends with the sending: nothing is on its way any more.
  expect((await inbox()).total).toBeLessThan(5000)
})

it('counts a copy without an answer as unknown, and says why', async () => {
  await heloise.api.loopback.configure({ scenario: 'drop-after-dot' })
  const { result } = await sendMany(await newDraft(), { count: 3, connections: 1 })
  expect(result).toMatchObject({ sent: 0, unknown: 3, failure: { kind: 'outcome-unknown' } })
})

it('counts refused copies, and tells the words of the server', async () => {
  const { result } = await sendMany(await newDraft({ to: ['550-5.1.1@example.com'] }), { count: 3 })
  expect(result).toMatchObject({ sent: 0, refused: 3, failure: { reply: { code: 550, enhanced: '5.1.1' } } })
})

it('gives a mail written by hand a Message-ID for each copy, and leaves the rest of it', async () => {
  const raw =
    'From: ana@example.com\r\nMessage-ID: <mine@example.com>\r\nDate: today\r\nSubject: Raw\r\n\r\nHola ñ.\r\n'
  const envelope = { from: 'ana@example.com', to: ['beto@example.com'] }
  await sendMany(await newDraft({ raw, envelope }), { count: 3, connections: 1 })
  const arrived = await sources()
  expect(new Set(arrived.map(idOf)).size).toBe(3)
  expect(arrived.every((source) => source.includes('Date: today\r\n'))).toBe(true)
})

it('refuses a profile without a relay, a draft without recipients, and a pace beyond the limits', async () => {
  const { api } = heloise
  const profile = await loopbackProfile()
  const { id: byMx } = await api.profiles.save({ profile: { ...profile, id: '', route: 'mx', login: null } })
  const draft = await newDraft()
  const failing = (change: Partial<Draft>, profileId: string, pace: Partial<BulkPace> = {}) =>
    api.drafts.sendMany({ draft: { ...draft, ...change }, profileId, pace: { ...usual, ...pace } })
  await expect(failing({}, byMx)).rejects.toMatchObject({
    data: { kind: 'profile-invalid', facts: { field: 'route' } },
  })
  await expect(failing({ to: [] }, profile.id)).rejects.toMatchObject({ data: { kind: 'no-recipients' } })
  await expect(failing({}, 'gone')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  for (const pace of [{ count: 0 }, { count: 1_000_001 }, { connections: 1001 }, { window: 0 }, { rate: 0 }])
    await expect(failing({}, profile.id, pace)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect((await inbox()).total).toBe(0)
})

it('keeps the order of copies, if that is wanted, and sends so many on a connection', async () => {
  await using office = await postOffice({ pauses: [5] })
  const profile = { ...(await loopbackProfile()), id: '', port: office.port, security: 'none' as const, login: null }
  const { id: profileId } = await heloise.api.profiles.save({ profile })
  const pace = { ...usual, count: 12, connections: 3, mailsPerConnection: 2, keepsOrder: true }
  for await (const _ of await heloise.api.drafts.sendMany({ draft: await newDraft(), profileId, pace }));
  const mails = office.sessions.map((verbs) => verbs.filter((verb) => verb === 'MAIL').length)
  expect([office.taken.length, office.mostAtOnce(), Math.max(...mails)]).toEqual([12, 1, 2])
})

it('stops at a server that says nothing', async () => {
  await using silent = createServer((socket) => socket.on('error', () => {})).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const address = silent.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const profile = { ...(await loopbackProfile()), id: '', port, security: 'none' as const, login: null }
  const { id: profileId } = await heloise.api.profiles.save({ profile })
  const told: BulkEvent[] = []
  for await (const event of await heloise.api.drafts.sendMany({ draft: await newDraft(), profileId, pace: usual })) {
    told.push(event)
    if (event.kind === 'begun') await heloise.api.drafts.stopMany({ id: event.id })
  }
  expect(told.at(-1)).toMatchObject({ wasStopped: true, result: { sent: 0, failed: 20 } })
})
