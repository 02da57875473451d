// Keeps sessions and their entries: what happened at about the same time, in one write. Telling it never waits; those who watch
// hear of it sooner than the disk.
import { randomUUID } from 'node:crypto'
import type { Entry, Origin, Transcript } from '#shared/values/transcript.ts'
import type { SessionPart, TranscriptStore } from '../storage/transcripts.ts'

/** One session while it runs, and until all of it is kept. */
export type Session = {
  readonly begun: Transcript
  isBeginningKept: boolean
  /** Not yet in storage. */
  pending: Entry[]
  /** What was kept last, for those who keep up; everything before is in storage. */
  latest: readonly Entry[]
  kept: number
  end: SessionPart['end']
  /** `ending`: its end is not in storage yet. */
  state: 'running' | 'ending' | 'over' | 'removed'
}

export type EntryKeeper = {
  begin(origin: Origin, name: string): Session
  add(session: Session, entry: Entry): void
  end(session: Session, outcome: Transcript['outcome']): void
  flush(): void
  /** Stops keeping a session that may still run; what it still says is dropped. */
  drop(id: string): void
  /** Those whose end is not in storage. */
  sessions(): Session[]
  close(): void
}

/** Milliseconds between two pieces of news: one frame of a screen. */
const frame = 16
/** Milliseconds between two writes: each costs more than the entries in it. */
const betweenWrites = 100
/** Entries of a session after which the write does not wait for its time. */
const fullBatch = 1000
/** Milliseconds until a write that failed is tried again. */
const retry = 1000

export function createEntryKeeper(store: TranscriptStore, now: () => number, onNews: () => void): EntryKeeper {
  const sessions = new Map<string, Session>()
  let timer: NodeJS.Timeout | null = null
  let news: NodeJS.Timeout | null = null

  const tellNews = () => {
    if (news !== null) clearTimeout(news)
    news = null
    onNews()
  }

  const write = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const unkept = [...sessions.values()].filter(isUnkept)
    if (unkept.length === 0) return
    store.keep(unkept.map(unkeptPart))
    for (const session of unkept) {
      markKept(session)
      if (session.state === 'over') sessions.delete(session.begun.id)
    }
    tellNews()
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

  const soon = () => {
    news ??= setTimeout(tellNews, frame)
    timer ??= setTimeout(flush, betweenWrites)
  }

  const end = (session: Session, outcome: Transcript['outcome']) => {
    if (session.state !== 'running') return
    session.state = 'ending'
    session.end = { outcome, at: now() }
    soon()
  }

  return {
    begin(origin, name) {
      const session = newSession(origin, name, now())
      sessions.set(session.begun.id, session)
      soon()
      return session
    },
    add(session, entry) {
      if (session.state === 'removed') return
      session.pending.push(entry)
      if (session.pending.length >= fullBatch) flush()
      else soon()
    },
    end,
    flush,
    drop(id) {
      const session = sessions.get(id)
      if (session !== undefined) session.state = 'removed'
      sessions.delete(id)
    },
    sessions: () => [...sessions.values()],
    close() {
      for (const session of [...sessions.values()]) end(session, 'stopped')
      write()
      if (news !== null) clearTimeout(news)
      if (timer !== null) clearTimeout(timer)
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
  return { begun, isBeginningKept: false, pending: [], latest: [], kept: 0, end: null, state: 'running' }
}

const isUnkept = ({ isBeginningKept, pending, state }: Session): boolean =>
  !isBeginningKept || pending.length > 0 || state === 'ending'

const unkeptPart = ({ begun, isBeginningKept, pending, end }: Session): SessionPart => ({
  id: begun.id,
  begun: isBeginningKept ? null : begun,
  entries: pending,
  end,
})

function markKept(session: Session): void {
  session.isBeginningKept = true
  session.latest = session.pending
  session.kept += session.pending.length
  session.pending = []
  if (session.state === 'ending') session.state = 'over'
}
