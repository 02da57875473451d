import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'

let heloise: TestHeloise
beforeEach(async () => {
  heloise = await startHeloise()
})
afterEach(() => heloise.close())

it('diagnoses the server of a profile, and keeps its sessions', async () => {
  const { api } = heloise
  const [profile] = await api.profiles.list()
  const events: DiagnoseEvent[] = []
  for await (const event of await api.diagnose.run({ target: '', profileId: profile?.id ?? null })) events.push(event)
  const last = events.at(-1)
  expect(last).toMatchObject({
    kind: 'report',
    report: { target: `127.0.0.1:${profile?.port}`, failure: null, offers: [{ security: 'starttls' }] },
  })
  const sessions = events.flatMap((event) => (event.kind === 'session' ? [event.transcriptId] : []))
  const kept = await api.transcripts.list({ origin: 'diagnose', limit: 10 })
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(sessions))
  expect(sessions.length).toBeGreaterThan(0)
})

it('knows no profile that is gone', async () => {
  await expect(heloise.api.diagnose.run({ target: '', profileId: 'gone' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

it('tells of a target that is none in its report', async () => {
  const events: DiagnoseEvent[] = []
  for await (const event of await heloise.api.diagnose.run({ target: 'not a host', profileId: null }))
    events.push(event)
  expect(events.at(-1)).toMatchObject({ kind: 'report', report: { failure: { kind: 'host-invalid' } } })
})
