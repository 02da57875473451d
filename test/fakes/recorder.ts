// Keeps the sessions of a test in memory, and writes them down in the form of the files in test/transcripts.
import type { Recorder } from '../../electron/engine/net/tap.ts'
import type { Entry } from '../../shared/values/transcript.ts'

export type RecordedSession = {
  readonly id: string
  readonly name: string
  readonly entries: Entry[]
  outcome: 'running' | 'ok' | 'failed' | 'stopped'
}

export function memoryRecorder(): { recorder: Recorder; sessions: RecordedSession[] } {
  const sessions: RecordedSession[] = []
  const recorder: Recorder = {
    begin(name) {
      const session: RecordedSession = { id: `session-${sessions.length + 1}`, name, entries: [], outcome: 'running' }
      sessions.push(session)
      return {
        id: session.id,
        add: (entry) => void session.entries.push(entry),
        end: (outcome) => {
          session.outcome = outcome
        },
      }
    },
  }
  return { recorder, sessions }
}

/** The lines of the wire and the start of TLS; other events depend on clocks and ports. */
export function transcriptOf(entries: readonly Entry[]): string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'tls') return ['* tls']
    if (entry.direction === 'event') return []
    const mark = entry.direction === 'client' ? 'C' : 'S'
    return entry.text.split('\n').map((line) => `${mark}: ${line}`)
  })
}
