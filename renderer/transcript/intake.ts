// Takes what the live stream tells: entries go to memory at once, the window hears of them some at a time.
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { EntryPages } from './entry-pages.ts'
import { begun, type Open, sessionOf, trimmed, updated } from './open-sessions.ts'

type Place = {
  readonly pages: EntryPages
  open(): Open
  change(edit: (open: Open) => Open): void
  /** Tells the new lengths of sessions that grew. */
  tell(lengths: ReadonlyMap<string, number>): void
  soon(run: () => void): void
}

export function createIntake({ pages, open, change, tell, soon }: Place) {
  const lengths = new Map<string, number>()
  const lengthOf = (id: string) => lengths.get(id) ?? sessionOf(open(), id)?.length ?? 0

  const tellNow = () => {
    if (lengths.size === 0) return
    const told = new Map(lengths)
    lengths.clear()
    tell(told)
  }

  /** Entries that are known already come again after the channel was lost. */
  const add = (id: string, entries: readonly Entry[]) => {
    const known = lengthOf(id)
    const fresh = entries.filter(({ index }) => index >= known)
    const last = fresh.at(-1)
    if (!last || !sessionOf(open(), id)) return
    pages.append(id, fresh)
    if (lengths.size === 0) soon(tellNow)
    lengths.set(id, last.index + 1)
  }

  return {
    lengthOf,
    take(event: TranscriptEvent): void {
      if (event.kind === 'entries') {
        add(event.id, event.entries)
        return
      }
      tellNow()
      const { transcript } = event
      change((now) => (event.kind === 'began' ? trimmed(begun(now, transcript)) : updated(now, transcript)))
    },
  }
}
