// The entries ahead of one, as far as its explanation needs them.
import type { Entry } from '#shared/values/transcript.ts'
import { isContinued } from './row-kind.ts'

const most = 400

/**
 * The beginning of the session when it is near; else from a whole reply that a command follows, so that replies are
 * matched to the right commands from there on.
 */
export function contextOf(at: (index: number) => Entry | undefined, index: number): readonly Entry[] {
  const first = Math.max(0, index - most)
  const before = Array.from({ length: index - first }, (_, place) => at(first + place)).filter(
    (entry) => entry !== undefined,
  )
  if (first === 0) return before
  const start = before.findIndex((entry, place) => isReply(entry) && before[place + 1]?.direction === 'client')
  return before.slice(Math.max(0, start))
}

const isReply = (entry: Entry) => entry.direction === 'server' && entry.kind === 'line' && !isContinued(entry)
