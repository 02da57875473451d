import { expect, test } from 'vitest'
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import { mostTabs } from '../../../../renderer/transcript/open-sessions.ts'
import { createTranscriptStore } from '../../../../renderer/transcript/session-store.ts'
import { manyEntries } from './entries.ts'
import { fakeTranscripts, transcript } from './fake-transcripts.ts'

function open() {
  const fake = fakeTranscripts()
  const later: (() => void)[] = []
  const opened: string[] = []
  const store = createTranscriptStore({
    transcripts: fake.api,
    openLog: () => opened.push('log'),
    soon: (run) => later.push(run),
  })
  const flush = () => {
    for (const run of later.splice(0)) run()
  }
  /** Tells events and ends the stream: when it has ended, all of them were taken. */
  const follow = async (...events: TranscriptEvent[]) => {
    const following = store.getState().follow(new AbortController().signal)
    for (const event of events) void fake.tell(event)
    void fake.end()
    await following
    flush()
  }
  const tabs = () =>
    store.getState().sessions.map(({ transcript: { id, outcome }, length }) => `${id} ${outcome} ${length}`)
  return { fake, store, follow, tabs, opened, later }
}

const began = (...args: Parameters<typeof transcript>): TranscriptEvent => ({
  kind: 'began',
  transcript: transcript(...args),
})
const entries = (id: string, count: number, from = 0): TranscriptEvent => ({
  kind: 'entries',
  id,
  entries: [...manyEntries(count, from)],
})
const ended = (id: string, entryCount: number): TranscriptEvent => ({
  kind: 'ended',
  transcript: { ...transcript(id, 'send', 'ok'), entryCount },
})

test('a session grows as its entries come, and those that come again are passed over', async () => {
  const { store, follow, tabs } = open()
  await follow(began('a'), entries('a', 3), entries('a', 5), entries('unknown', 2), ended('a', 5))
  expect([tabs(), store.getState().at('a', 4)?.index]).toEqual([['a ok 5'], 4])
})

test('many additions are told together', async () => {
  const { store, follow, later } = open()
  const revisions: number[] = []
  store.subscribe(({ revision }, before) => revision !== before.revision && revisions.push(revision))
  await follow(began('a'), entries('a', 3), entries('a', 3, 3), entries('a', 3, 6))
  expect([revisions, later, store.getState().sessions[0]?.length]).toEqual([[1], [], 9])
})

test.each([
  ['a send comes to the front', [began('a'), began('b')], 'b'],
  ['the loopback server never does', [began('a'), began('b', 'loopback')], 'a'],
  ['unless nothing is shown', [began('b', 'loopback')], 'b'],
  ['a send comes before what the loopback server says', [began('b', 'loopback'), began('a', 'test')], 'a'],
  ['the first of a diagnosis stays', [began('a', 'diagnose'), began('b', 'diagnose')], 'a'],
  ['a diagnosis comes before what has ended', [began('a'), ended('a', 0), began('b', 'diagnose')], 'b'],
] as const)('%s', async (_, events, shown) => {
  const { store, follow } = open()
  await follow(...events)
  expect(store.getState().shownId).toBe(shown)
})

test('an earlier session is read from storage a page at a time', async () => {
  const { fake, store, tabs, opened } = open()
  fake.store(transcript('old', 'send', 'failed'), manyEntries(2500))
  await store.getState().show('old', 1700)
  await Promise.all([store.getState().read('old', 1), store.getState().read('old', 1)])
  const { shownId, target, at } = store.getState()
  expect({
    tabs: tabs(),
    shownId,
    target,
    opened,
    reads: fake.reads,
    here: [at('old', 999), at('old', 1700)?.index],
  }).toEqual({
    tabs: ['old failed 2500'],
    shownId: 'old',
    target: { id: 'old', entry: 1700 },
    opened: ['log'],
    reads: ['old 1000'],
    here: [undefined, 1700],
  })
})

test('the entries of a session that is not open are had as well', async () => {
  const { fake, store, tabs } = open()
  fake.store(transcript('old', 'send', 'ok'), manyEntries(1200))
  const all = await store.getState().entriesOf('old', 1100)
  expect([all.length, all.at(-1)?.index, tabs()]).toEqual([1100, 1099, []])
})

test('closing the shown tab shows its neighbour, and its entries leave memory', async () => {
  const { store, follow } = open()
  await follow(began('a'), entries('a', 2), began('b'), began('c'))
  store.getState().close('c')
  const afterLast = store.getState().shownId
  void store.getState().show('a')
  store.getState().close('a')
  expect([afterLast, store.getState().shownId, store.getState().at('a', 0)]).toEqual(['b', 'b', undefined])
})

test('only so many tabs stay open; those that run and the shown one always do', async () => {
  const { follow, tabs, store } = open()
  const old = Array.from({ length: mostTabs + 5 }, (_, place) => [began(`s${place}`), ended(`s${place}`, 0)]).flat()
  await follow(began('first'), ...old)
  expect([tabs().length, tabs()[0], store.getState().shownId]).toEqual([
    mostTabs,
    'first running 0',
    `s${mostTabs + 4}`,
  ])
})

test('renaming and keeping show at once', async () => {
  const { fake, store } = open()
  fake.store(transcript('old', 'send', 'ok'), [])
  await store.getState().show('old')
  await store.getState().update('old', { name: 'The one that failed', isKept: true })
  const { name, isKept } = store.getState().sessions[0]?.transcript ?? {}
  expect([name, isKept]).toEqual(['The one that failed', true])
})
