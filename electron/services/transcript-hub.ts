// Where every session is recorded. Entries are kept a few milliseconds at a time; those who watch fetch them at their own
// pace, from storage when they are slow. So a slow screen never slows the wire, costs no memory and misses nothing.
import { randomUUID } from 'node:crypto'
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import type { Entry, Origin, Transcript } from '#shared/values/transcript.ts'
import type { Recorder, Recording } from '../engine/net/tap.ts'
import type { TranscriptStore } from '../storage/transcripts.ts'
import { type Bell, createBell } from './bell.ts'

export type TranscriptHub = {
  /** `onBegin` hears of each session as it begins. */
  recorder(origin: Origin, onBegin?: (id: string) => void): Recorder
  /** The sessions that run, from their beginning, and every later one. */
  watch(signal: AbortSignal): AsyncGenerator<TranscriptEvent, void, void>
  /** Keeps what is still on its way to storage. */
  flush(): void
  /** Forgets a session, also one that runs: what it still says is dropped. */
  remove(id: string): void
  close(): void
}

type Session = {
  readonly begun: Transcript
  /** Not yet in storage. */
  pending: Entry[]
  /** What was kept last, for those who keep up; everything before is in storage. */
  latest: readonly Entry[]
  kept: number
  state: 'running' | 'over' | 'removed'
}

type Watcher = { readonly bell: Bell; readonly sessions: Map<Session, { told: number; hasBegun: boolean }> }

/** Milliseconds between two writes: one frame of a screen. */
const frame = 16
/** Entries read at a time by those who fell behind. */
const page = 1000
/** Entries after which a write does not wait for the frame to end. */
const fullBatch = 1000

export function createTranscriptHub(store: TranscriptStore, now: () => number): TranscriptHub {
  const sessions = new Map<string, Session>()
  const watchers = new Set<Watcher>()
  let timer: NodeJS.Timeout | null = null

  const ringAll = () => {
    for (const { bell } of watchers) bell.ring()
  }

  const flush = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const unkept = [...sessions.values()].filter(({ pending }) => pending.length > 0)
    if (unkept.length === 0) return
    store.append(unkept.map(({ begun, pending }) => ({ id: begun.id, entries: pending })))
    for (const session of unkept) {
      session.latest = session.pending
      session.kept += session.pending.length
      session.pending = []
      if (session.state === 'over') sessions.delete(session.begun.id)
    }
    ringAll()
  }

  /** A disk that is full must not end a session: the entries wait for the next attempt. */
  const flushOrWait = () => {
    try {
      flush()
    } catch (trouble) {
      console.error(trouble)
      timer ??= setTimeout(flushOrWait, 1000)
    }
  }

  const begin = (origin: Origin, name: string): Session => {
    const id = randomUUID()
    const begun: Transcript = {
      id,
      origin,
      name,
      startedAt: now(),
      endedAt: null,
      outcome: 'running',
      entryCount: 0,
      isKept: false,
    }
    store.begin(begun)
    const session: Session = { begun, pending: [], latest: [], kept: 0, state: 'running' }
    sessions.set(id, session)
    for (const watcher of watchers) watcher.sessions.set(session, { told: 0, hasBegun: false })
    ringAll()
    return session
  }

  const end = (session: Session, outcome: Transcript['outcome']) => {
    if (session.state !== 'running') return
    flushOrWait()
    session.state = 'over'
    store.end(session.begun.id, outcome, now())
    if (session.pending.length === 0) sessions.delete(session.begun.id)
    ringAll()
  }

  return {
    recorder: (origin, onBegin) => ({
      begin(name): Recording {
        const session = begin(origin, name)
        const { id } = session.begun
        onBegin?.(id)
        return {
          id,
          add(entry) {
            if (session.state === 'removed') return
            session.pending.push(entry)
            if (session.pending.length >= fullBatch) flushOrWait()
            else timer ??= setTimeout(flushOrWait, frame)
          },
          end: (outcome) => end(session, outcome),
        }
      },
    }),
    async *watch(signal) {
      const watcher: Watcher = { bell: createBell(), sessions: new Map() }
      for (const session of sessions.values()) watcher.sessions.set(session, { told: 0, hasBegun: false })
      watchers.add(watcher)
      try {
        while (!signal.aborted) {
          yield* tellNews(watcher, store)
          await watcher.bell.wait(signal)
        }
      } finally {
        watchers.delete(watcher)
      }
    },
    flush: flushOrWait,
    remove(id) {
      flushOrWait()
      const session = sessions.get(id)
      if (session !== undefined) session.state = 'removed'
      sessions.delete(id)
      store.remove(id)
    },
    close() {
      for (const session of [...sessions.values()]) end(session, 'stopped')
      flush()
    },
  }
}

/** Everything that a watcher has not heard yet, session by session. */
function* tellNews({ sessions }: Watcher, store: TranscriptStore): Generator<TranscriptEvent, void, void> {
  for (const [session, place] of sessions) {
    const { id } = session.begun
    if (!place.hasBegun) {
      place.hasBegun = true
      yield { kind: 'began', transcript: session.begun }
    }
    while (place.told < session.kept) {
      const entries = entriesAfter(session, place.told, store)
      if (entries.length === 0) break
      place.told += entries.length
      yield { kind: 'entries', id, entries }
    }
    const isAllKept = session.pending.length === 0 || session.state === 'removed'
    if (session.state !== 'running' && isAllKept && place.told >= session.kept) {
      sessions.delete(session)
      const transcript = store.get(id)
      if (transcript !== null) yield { kind: 'ended', transcript }
    }
  }
}

function entriesAfter(session: Session, told: number, store: TranscriptStore): Entry[] {
  if (session.latest[0]?.index === told) return [...session.latest]
  return store.entries(session.begun.id, told, page)
}
