// Records the sessions of a command: each entry is shown at once, and kept where a transcript file is wanted.
import { randomUUID } from 'node:crypto'
import type { Entry, Origin, Transcript } from '#shared/values/transcript.ts'
import type { Recorder } from '../engine/net/tap.ts'

export type KeptSession = { transcript: Transcript; readonly entries: Entry[] }

export type RecorderOptions = {
  readonly origin: Origin
  /** Called when a session begins; what it answers hears each entry. Null to show nothing. */
  readonly show: (() => (entry: Entry) => void) | null
  /** Hears the line behind an entry that shows a part of it, right after the entry; nothing of it is kept. */
  readonly reveal?: ((line: string) => void) | null
  readonly isKept: boolean
  /** Whether the data of mails is kept and shown whole. */
  readonly keepsBodies?: boolean
}

export function createRecorder({
  origin,
  show,
  reveal = null,
  isKept,
  keepsBodies = false,
}: RecorderOptions): Recorder & { readonly sessions: readonly KeptSession[] } {
  const sessions: KeptSession[] = []
  return {
    sessions,
    begin(name) {
      const session: KeptSession = { transcript: newTranscript(origin, name), entries: [] }
      if (isKept) sessions.push(session)
      const hear = show?.() ?? null
      return {
        id: session.transcript.id,
        keepsBodies,
        add(entry) {
          if (isKept) session.entries.push(entry)
          hear?.(entry)
        },
        conceal(_index, line) {
          reveal?.(line)
        },
        end(outcome) {
          const { transcript, entries } = session
          session.transcript = { ...transcript, outcome, endedAt: Date.now(), entryCount: entries.length }
        },
      }
    },
  }
}

const newTranscript = (origin: Origin, name: string): Transcript => ({
  id: randomUUID(),
  origin,
  name,
  startedAt: Date.now(),
  endedAt: null,
  outcome: 'running',
  entryCount: 0,
  isKept: true,
})
