import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import { createTap, type Recording } from '../../../electron/engine/net/tap.ts'
import { createTranscriptHub, type TranscriptHub } from '../../../electron/services/transcript-hub.ts'
import { openStorage, type Storage } from '../../../electron/storage/index.ts'

let folder = ''
let storage: Storage
let hub: TranscriptHub
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heloise-hub-'))
  storage = openStorage(folder)
  hub = createTranscriptHub(storage.transcripts, () => 1000)
})
afterEach(() => {
  hub.close()
  storage.close()
  rmSync(folder, { recursive: true })
})

const say = (recording: Recording, count: number) => {
  const tap = createTap(recording, () => 0)
  for (let index = 0; index < count; index += 1) tap.event('note', `entry ${index}`)
}

/** Reads until the session with this id has ended. */
async function readToEnd(events: AsyncGenerator<TranscriptEvent>, id: string): Promise<TranscriptEvent[]> {
  const read: TranscriptEvent[] = []
  for await (const event of events) {
    read.push(event)
    if (event.kind === 'ended' && event.transcript.id === id) return read
  }
  return read
}

const indexesOf = (events: readonly TranscriptEvent[]) =>
  events.flatMap((event) => (event.kind === 'entries' ? event.entries.map(({ index }) => index) : []))
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

it('tells those who watch everything, in order, from the beginning of what runs', async () => {
  const recording = hub.recorder('send').begin('smtp.example.com:587')
  const tap = createTap(recording, () => 0)
  tap.event('note', 'before anyone watched')
  const events = hub.watch(new AbortController().signal)
  const first = await events.next()
  tap.event('note', 'afterwards')
  recording.end('ok')
  const rest = await readToEnd(events, recording.id)
  const told = [first.value, ...rest].filter((event) => event !== undefined)
  expect(told.map(({ kind }) => kind).filter((kind) => kind !== 'entries')).toEqual(['began', 'ended'])
  expect(indexesOf(rest)).toEqual([0, 1])
  expect(told.at(-1)).toEqual({
    kind: 'ended',
    transcript: {
      id: recording.id,
      origin: 'send',
      name: 'smtp.example.com:587',
      startedAt: 1000,
      endedAt: 1000,
      outcome: 'ok',
      entryCount: 2,
      isKept: false,
    },
  })
})

it('loses nothing for a watcher that is slow, nor holds it in memory', async () => {
  const recording = hub.recorder('loopback').begin('127.0.0.1:40000')
  const events = hub.watch(new AbortController().signal)
  await events.next()
  say(recording, 12_345)
  recording.end('failed')
  expect(indexesOf(await readToEnd(events, recording.id))).toEqual(upTo(12_345))
  expect(storage.transcripts.entries(recording.id, 12_000, 1000).map(({ index }) => index)).toEqual(
    upTo(12_345).slice(12_000),
  )
  expect(storage.transcripts.entries(recording.id, 990, 20)).toHaveLength(20)
})

it('forgets a session that is removed while it runs', async () => {
  const recording = hub.recorder('send').begin('a')
  const events = hub.watch(new AbortController().signal)
  await events.next()
  hub.remove(recording.id)
  say(recording, 3)
  recording.end('ok')
  const other = hub.recorder('send').begin('b')
  other.end('ok')
  const events2 = await readToEnd(events, other.id)
  expect(events2.map(({ kind }) => kind)).toEqual(['began', 'ended'])
  expect(storage.transcripts.list(null, 10).map(({ name }) => name)).toEqual(['b'])
})

it('ends a watcher at once when it is told to stop', async () => {
  const abort = new AbortController()
  const events = hub.watch(abort.signal)
  const next = events.next()
  abort.abort()
  expect(await next).toEqual({ done: true, value: undefined })
})

it('forgets what is old and not kept', () => {
  for (const name of ['kept', 'old']) hub.recorder('send').begin(name).end('ok')
  hub.flush()
  const [old, kept] = storage.transcripts.list(null, 2)
  storage.transcripts.update(kept?.id ?? '', { isKept: true })
  expect([storage.transcripts.removeOlder(1000), storage.transcripts.removeOlder(1001)]).toEqual([0, 1])
  expect(storage.transcripts.get(old?.id ?? '')).toBeNull()
  expect(storage.transcripts.list(null, 2).map(({ name }) => name)).toEqual(['kept'])
})
