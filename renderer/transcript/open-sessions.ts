// The tabs of the protocol log as a value: which sessions stand open, which one is shown, and how that changes.
import type { Transcript } from '#shared/values/transcript.ts'

export type Session = {
  readonly transcript: Transcript
  /** Entries that are known to exist; not all need be in memory. */
  readonly length: number
}

export type Open = {
  /** Newest last: the order of the tabs. */
  readonly sessions: readonly Session[]
  readonly shownId: string | null
}

export const sessionOf = ({ sessions }: Open, id: string | null): Session | undefined =>
  sessions.find(({ transcript }) => transcript.id === id)

/** A session that starts now comes to the front, unless it is one that only answers another (the loopback server's). */
export function begun(open: Open, transcript: Transcript): Open {
  if (sessionOf(open, transcript.id)) return open
  const sessions = [...open.sessions, { transcript, length: 0 }]
  return { sessions, shownId: comesToFront(open, transcript) ? transcript.id : open.shownId }
}

export function opened(open: Open, transcript: Transcript): Open {
  const isHere = sessionOf(open, transcript.id) !== undefined
  const sessions = isHere ? open.sessions : [...open.sessions, { transcript, length: transcript.entryCount }]
  return { sessions, shownId: transcript.id }
}

export function grown(open: Open, lengths: ReadonlyMap<string, number>): Open {
  const sessions = open.sessions.map((session) => {
    const length = lengths.get(session.transcript.id)
    return length === undefined ? session : { ...session, length }
  })
  return { sessions, shownId: open.shownId }
}

/** Takes the newer data of a session that stands open. */
export function updated(open: Open, transcript: Transcript): Open {
  const sessions = open.sessions.map((session) =>
    session.transcript.id === transcript.id
      ? { transcript, length: Math.max(session.length, transcript.outcome === 'running' ? 0 : transcript.entryCount) }
      : session,
  )
  return { ...open, sessions }
}

/** Without the sessions that a test picks; when the shown one goes, its neighbour is shown. */
export function closed(open: Open, isPicked: (transcript: Transcript) => boolean): Open {
  const sessions = open.sessions.filter(({ transcript }) => !isPicked(transcript))
  if (sessionOf({ ...open, sessions }, open.shownId)) return { ...open, sessions }
  const place = open.sessions.findIndex(({ transcript }) => transcript.id === open.shownId)
  const after = open.sessions.slice(place + 1).find((session) => sessions.includes(session))
  return { sessions, shownId: (after ?? sessions.at(-1))?.transcript.id ?? null }
}

/** Closes the oldest tabs when there are too many: all of it stays in storage. */
export function trimmed(open: Open): Open {
  const spare = open.sessions
    .map(({ transcript }) => transcript)
    .filter(({ id, outcome }) => id !== open.shownId && outcome !== 'running')
  const excess = new Set(spare.slice(0, Math.max(0, open.sessions.length - mostTabs)))
  return excess.size === 0 ? open : closed(open, (transcript) => excess.has(transcript))
}

export const mostTabs = 30

function comesToFront(open: Open, { origin }: Transcript): boolean {
  const shown = sessionOf(open, open.shownId)?.transcript
  if (!shown) return true
  if (origin === 'loopback') return false
  // A diagnosis opens many sessions at once: the first stays in front while it runs.
  return origin !== 'diagnose' || shown.outcome !== 'running' || shown.origin === 'loopback'
}
