// Keeps the entries of running sessions: together with those of the same few milliseconds, in one write. Adding one never waits.
import { randomUUID } from 'node:crypto'
import type { Entry, Origin, Transcript } from '#shared/values/transcript.ts'
import type { TranscriptStore } from '../storage/transcripts.ts'

/** One session while it runs, and until all of it is kept. */
export type Session = {
  readonly begun: Transcript
  /** Not yet in storage. */
  pending: Entry[]
  /** What was kept last, for those who keep up; everything before is in storage. */
  latest: readonly Entry[]
  kept: number
  state: 'running' | 'over' | 'removed'
}

export type EntryKeeper = {
  begin(origin: Origin, name: string): Session
  add(session: Session, entry: Entry): void
  end(session: Session, outcome: Transcript['outcome']): void
  flush(): void
  /** Stops keeping a session that may still run; what it still says is dropped. */
  drop(id: string): void
  /** Those that run. */
  sessions(): Session[]
  close(): void
}

/** Milliseconds between two writes: one frame of a screen. */
const frame = 16
/** Entries of a session after which the write does not wait for the frame to end. */
const fullBatch = 1000
/** Milliseconds until a write that failed is tried again. */
const retry = 1000

export function createEntryKeeper(store: TranscriptStore, now: () => number, onNews: () => void): EntryKeeper {
  const sessions = new Map<string, Session>()
  let timer: NodeJS.Timeout | null = null

  const write = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const unkept = [...sessions.values()].filter(({ pending }) => pending.length > 0)
    if (unkept.length === 0) return
    store.append(unkept.map(({ begun, pending }) => ({ id: begun.id, entries: pending })))
    for (const session of unkept) {
      markKept(session)
      if (session.state === 'over') sessions.delete(session.begun.id)
    }
    onNews()
  }

  /** A disk that is full must not end a session: its entries wait for the next attempt. */
  const flush = () => {
    try {
      write()
    } catch (trouble) {
      console.error(trouble)
      timer ??= setTimeout(flush, retry)
    }
  }

  const end = (session: Session, outcome: Transcript['outcome']) => {
    if (session.state !== 'running') return
    flush()
    session.state = 'over'
    store.end(session.begun.id, outcome, now())
    if (session.pending.length === 0) sessions.delete(session.begun.id)
    onNews()
  }

  return {
    begin(origin, name) {
      const session = newSession(origin, name, now())
      store.begin(session.begun)
      sessions.set(session.begun.id, session)
      return session
    },
    add(session, entry) {
      if (session.state === 'removed') return
      session.pending.push(entry)
      if (session.pending.length >= fullBatch) flush()
      else timer ??= setTimeout(flush, frame)
    },
    end,
    flush,
    drop(id) {
      const session = sessions.get(id)
      if (session !== undefined) session.state = 'removed'
      sessions.delete(id)
    },
    sessions: () => [...sessions.values()].filter(({ state }) => state === 'running'),
    close() {
      for (const session of [...sessions.values()]) end(session, 'stopped')
      write()
    },
  }
}

function newSession(origin: Origin, name: string, startedAt: number): Session {
  const begun: Transcript = {
    id: randomUUID(),
    origin,
    name,
    startedAt,
    endedAt: null,
    outcome: 'running',
    entryCount: 0,
    isKept: false,
  }
  return { begun, pending: [], latest: [], kept: 0, state: 'running' }
}

function markKept(session: Session): void {
  session.latest = session.pending
  session.kept += session.pending.length
  session.pending = []
}
