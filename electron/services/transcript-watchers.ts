// Those who watch sessions live. Each fetches at its own pace what it has not been told yet, from storage when it is slow.
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { TranscriptStore } from '../storage/transcripts.ts'
import { type Bell, createBell } from './bell.ts'
import type { Session } from './entry-keeper.ts'

export type Watchers = {
  /** A session from now on. */
  add(session: Session): void
  /** There is something new to tell. */
  ring(): void
  /** `running` is asked when the watching begins. */
  watch(running: () => readonly Session[], signal: AbortSignal): AsyncGenerator<TranscriptEvent, void, void>
}

/** How far a watcher is with a session. */
type Place = { told: number; hasBegun: boolean }
type Watcher = { readonly bell: Bell; readonly places: Map<Session, Place> }

export function createWatchers(store: TranscriptStore): Watchers {
  const watchers = new Set<Watcher>()
  return {
    add(session) {
      for (const { places } of watchers) places.set(session, atBegin())
    },
    ring() {
      for (const { bell } of watchers) bell.ring()
    },
    async *watch(running, signal) {
      const watcher: Watcher = { bell: createBell(), places: new Map(running().map((session) => [session, atBegin()])) }
      watchers.add(watcher)
      try {
        while (!signal.aborted) {
          for (const [session, place] of watcher.places) {
            yield* newsOf(session, place, store)
            if (isAllTold(session, place)) watcher.places.delete(session)
          }
          await watcher.bell.wait(signal)
        }
      } finally {
        watchers.delete(watcher)
      }
    },
  }
}

const atBegin = (): Place => ({ told: 0, hasBegun: false })

const isAllTold = ({ state, kept }: Session, { told }: Place): boolean =>
  state === 'removed' || (state === 'over' && told >= kept)

function* newsOf(session: Session, place: Place, store: TranscriptStore): Generator<TranscriptEvent, void, void> {
  const { id } = session.begun
  if (!place.hasBegun) {
    place.hasBegun = true
    yield { kind: 'began', transcript: session.begun }
  }
  while (place.told < session.kept + session.pending.length && session.state !== 'removed') {
    const entries = entriesAfter(session, place.told, store)
    if (entries.length === 0) break
    place.told += entries.length
    yield { kind: 'entries', id, entries }
  }
  const transcript = isAllTold(session, place) ? store.get(id) : null
  if (transcript !== null) yield { kind: 'ended', transcript }
}

/** Entries read at a time by those who fell behind. */
const page = 1000

function entriesAfter({ begun, kept, pending, latest }: Session, told: number, store: TranscriptStore): Entry[] {
  if (told >= kept) return pending.slice(told - kept)
  const first = latest[0]?.index ?? kept
  return told >= first ? latest.slice(told - first) : store.entries(begun.id, told, page)
}
