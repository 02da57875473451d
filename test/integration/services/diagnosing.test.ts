import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FollowedDiagnosis } from '#shared/contract/diagnose.ts'
import type { Level } from '#shared/values/diagnosis.ts'
import { dnsServer } from '../../fakes/dns-server.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

let heloise: TestHeloise
beforeEach(async () => {
  heloise = await startHeloise()
})
afterEach(() => heloise.close())

type Asked = { readonly target?: string; readonly level?: Level; readonly signal?: AbortSignal }

/** Of the loopback server where no target is given. */
async function begin({ target = '', signal, ...wish }: Asked = {}) {
  const { api } = heloise
  const [profile] = await api.profiles.list()
  const profileId = target === '' ? (profile?.id ?? null) : null
  return api.diagnose.run({ target, profileId, ...wish }, signal === undefined ? {} : { signal })
}

async function follow(asked: Asked = {}, onEvent: (event: FollowedDiagnosis) => unknown = () => {}) {
  const events: FollowedDiagnosis[] = []
  for await (const event of await begin(asked)) {
    events.push(event)
    await onEvent(event)
  }
  return events
}

it('diagnoses the server of a profile, and keeps its sessions', async () => {
  const { api } = heloise
  const [profile] = await api.profiles.list()
  const events = await follow()
  expect(events.at(-1)).toMatchObject({
    kind: 'report',
    report: { target: `127.0.0.1:${profile?.port}`, failure: null, offers: [{ security: 'starttls' }] },
  })
  const sessions = events.flatMap((event) => (event.kind === 'session' ? [event.transcriptId] : []))
  const kept = await api.transcripts.list({ origin: 'diagnose', limit: 10 })
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(sessions))
  expect(sessions.length).toBeGreaterThan(0)
})

it('keeps its reports, the newest first, until they are forgotten', async () => {
  const [first] = await follow()
  const events = await follow({ level: 0 })
  const { api } = await heloise.reopen()
  const history = await api.diagnose.history()
  expect(history.map(({ level }) => level)).toEqual([0, 1])
  const [latest] = history
  const last = events.at(-1)
  expect(await api.diagnose.past({ id: latest?.id ?? '' })).toEqual({
    past: latest,
    report: last?.kind === 'report' ? last.report : null,
  })
  const id = first?.kind === 'begun' ? first.id : ''
  await api.diagnose.forget({ id })
  expect(await api.diagnose.history()).toEqual([latest])
  await expect(api.diagnose.past({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('tells the report of what was found until it was stopped, and keeps it', async () => {
  let id = ''
  const events = await follow({ level: 2 }, async (event) => {
    if (event.kind === 'begun') id = event.id
    if (event.kind === 'offers') await heloise.api.diagnose.stop({ id })
  })
  const report = { failure: { kind: 'stopped' }, offers: [{ security: 'starttls' }] }
  expect(events.at(-1)).toMatchObject({ kind: 'report', report })
  expect(await heloise.api.diagnose.past({ id })).toMatchObject({ report })
})

it('keeps what was found also where nobody waits for it', async () => {
  const leaving = new AbortController()
  const events = await begin({ level: 2, signal: leaving.signal })
  for await (const event of events) if (event.kind === 'offers') break
  leaving.abort()
  const [past] = await heloise.api.diagnose.history()
  expect(past).toMatchObject({ failure: { kind: 'stopped' }, level: 2 })
})

it('takes the servers and lists that are named, and nothing that is none', async () => {
  const { api } = heloise
  const run = (wish: object) => api.diagnose.run({ target: 'demo.example', profileId: null, level: 0, ...wish })
  await expect(run({ dnsServers: ['not a server'] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(run({ blocklists: ['not a list'] })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

it('knows no profile that is gone', async () => {
  await expect(heloise.api.diagnose.run({ target: '', profileId: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('tells of a target that is none in its report, and does not keep that', async () => {
  const events = await follow({ target: 'not a host' })
  expect(events.at(-1)).toMatchObject({ kind: 'report', report: { failure: { kind: 'host-invalid' } } })
  expect(await heloise.api.diagnose.history()).toEqual([])
})

it('verifies a mail of the inbox by its envelope and its author’s domain, and only one of the inbox', async () => {
  const { api } = heloise
  const [profile] = await api.profiles.list()
  const { draft } = await api.drafts.create({ profileId: null, mailto: 'mailto:you@loopback.test' })
  const from = { from: 'ana@shop.example', envelope: { from: 'bounce@mails.example', to: ['you@loopback.test'] } }
  const sending = await api.drafts.send({ draft: { ...draft, ...from }, profileId: profile?.id ?? '', stopAfter: null })
  for await (const _ of sending);
  const [mail] = (await api.inbox.list({ search: '', recipient: null, offset: 0, limit: 1 })).mails
  await using dns = await dnsServer({ 'mails.example TXT': ['v=spf1 ip4:192.0.2.7 -all'] })
  const verify = (id: string) =>
    api.diagnose.run({
      target: '',
      profileId: null,
      level: 0,
      dnsServers: [dns.place],
      sender: { address: '192.0.2.7', mail: { kind: 'received', id } },
    })
  const report = await reportIn(await verify(mail?.id ?? ''))
  const told = ['SPF-07', 'DKI-04', 'DMA-05'].map((id) => report.checks.find((one) => one.id === id))
  expect([report.target, told.map((finding) => finding?.result)]).toEqual([
    'ana@shop.example',
    ['pass', 'fail', 'fail'],
  ])
  expect(told[2]?.summary.en).toContain('SPF proves mails.example, which is another one.')
  await expect(verify('../mails/x')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

async function reportIn(events: AsyncIterable<FollowedDiagnosis>) {
  for await (const event of events) if (event.kind === 'report') return event.report
  throw new Error('There was no report.')
}
