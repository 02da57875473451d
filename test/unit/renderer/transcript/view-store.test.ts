import { expect, test } from 'vitest'
import { createTranscriptStore } from '../../../../renderer/transcript/session-store.ts'
import { createViewStore } from '../../../../renderer/transcript/view-store.ts'
import { manyEntries, session } from './entries.ts'
import { fakeTranscripts, transcript } from './fake-transcripts.ts'

/** A stored session, shown, with all of its pages in memory. */
async function shown(entries: Parameters<ReturnType<typeof fakeTranscripts>['store']>[1], isRead = true) {
  const fake = fakeTranscripts()
  const sessions = createTranscriptStore({ transcripts: fake.api, openLog: () => undefined, soon: (run) => run() })
  const views = createViewStore(sessions, ({ text }) => text)
  fake.store(transcript('a', 'send', 'ok'), entries)
  await sessions.getState().show('a')
  if (isRead) await readAll()
  async function readAll() {
    for (let page = 0; page * 1000 < entries.length; page += 1) await sessions.getState().read('a', page)
  }
  const rows = () => {
    const { count, entryOf } = views.getState().rows()
    return Array.from({ length: count }, (_, row) => entryOf(row))
  }
  return { sessions, views, rows, readAll }
}

const conversation = session(
  [0, 'connect', 'connected', { kind: 'connect' }],
  [1, 'greeting', 'S: 220 mx.example ESMTP'],
  [2, 'ehlo', 'C: EHLO me.example'],
  [3, 'ehlo', 'S: 250 MX.EXAMPLE'],
  [4, 'mail', 'C: MAIL FROM:<a@me.example>'],
  [5, 'mail', 'S: 550-no'],
  [5, 'mail', 'S: 550 never'],
  [6, 'quit', 'beware', { kind: 'warning' }],
)

test.each([
  [{}, [0, 1, 2, 3, 4, 5, 6, 7]],
  [{ text: 'mx.example' }, [1, 3]],
  [{ directions: new Set(['client'] as const) }, [2, 4]],
  [{ stages: new Set(['mail', 'quit'] as const) }, [4, 5, 6, 7]],
  [{ text: 'example', directions: new Set(['server', 'event'] as const) }, [1, 3]],
])('the filter %o leaves the rows %j', async (filter, left) => {
  const { views, rows } = await shown(conversation)
  views.getState().setFilter(filter)
  expect(rows()).toEqual(left)
})

test('search goes through the hits in both directions and begins anew at the ends', async () => {
  const { views } = await shown(conversation)
  const { setFind, findNext, hits, view } = views.getState()
  setFind({ isOpen: true, text: 'example' })
  const visited = ([1, 1, 1, 1, 1, -1, -1] as const).map((step) => {
    findNext(step)
    return view().focus
  })
  expect({ hits: hits(), visited }).toEqual({ hits: [1, 2, 3, 4], visited: [1, 2, 3, 4, 1, 4, 3] })
})

test('the next error is the last line of a refusal or a warning', async () => {
  const { views } = await shown(conversation)
  const { nextError, view } = views.getState()
  const visited = []
  for (const step of [1, 1, 1, -1] as const) {
    await nextError(step)
    visited.push(view().focus)
  }
  expect(visited).toEqual([6, 7, 6, 7])
})

test('a session without errors says so', async () => {
  const { views } = await shown(conversation.slice(0, 4))
  expect(await views.getState().nextError(1)).toBe(false)
})

test('filter and search find what is still in storage', async () => {
  const { sessions, views, rows } = await shown(manyEntries(3500), false)
  const done = new Promise<void>((resolve) => sessions.subscribe(() => rows().length === 350 && resolve()))
  views.getState().setFilter({ text: 'no ' })
  await done
  expect([rows()[0], rows().at(-1)]).toEqual([9, 3499])
})

test('errors in pages that are not in memory are found', async () => {
  const { views } = await shown(manyEntries(2500), false)
  views.getState().select(1995)
  await views.getState().nextError(1)
  expect(views.getState().view().focus).toBe(1999)
})

test('a row that is asked for is shown though the filter hid it', async () => {
  const { sessions, views, rows } = await shown(conversation)
  views.getState().setFilter({ text: 'EHLO' })
  views.getState().setPicture('waterfall')
  await sessions.getState().show('a', 6)
  const { picture, view } = views.getState()
  expect([rows().length, picture, view().focus]).toEqual([8, 'log', 6])
})

test('a selection reaches from where it began to where the keyboard is', async () => {
  const { views } = await shown(conversation)
  const { select, selectAll, view } = views.getState()
  select(2)
  select(5, true)
  const extended = [view().anchor, view().focus]
  select(4)
  const moved = [view().anchor, view().focus]
  selectAll()
  expect([extended, moved, [view().anchor, view().focus]]).toEqual([
    [2, 5],
    [4, 4],
    [0, 7],
  ])
})
