// How long whole polite sessions take, so that places can be compared.
import type { Evidence } from '../check.ts'
import type { Observed } from '../observed.ts'

type SessionTime = { readonly ms: number; readonly evidence: Evidence }

/** Of the quickest; null where none came to its end. */
export function bestTime(places: readonly Observed[]): SessionTime | null {
  const whole = places.filter(({ failure, detour }) => failure === null && detour === null)
  const [best] = whole.toSorted((one, other) => one.durationMs - other.durationMs)
  if (best === undefined) return null
  return {
    ms: Math.round(best.durationMs),
    evidence: { session: best.session, entry: best.entries.at(-1)?.index ?? 0 },
  }
}

/** Times longer, and milliseconds at least: less than that is chance. */
const factor = 3
const leastMs = 500

export const isMuchSlower = (slow: number, quick: number): boolean => slow > quick * factor && slow - quick > leastMs
