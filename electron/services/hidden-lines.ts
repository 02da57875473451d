// What the log hides, for a person who asks: in memory alone, never in storage or in an export, and gone with the program.

export type HiddenLines = {
  keep(session: string, index: number, line: string): void
  /** The line as it was on the wire; null when it is not known any more. */
  of(session: string, index: number): string | null
  forget(session: string): void
}

/** A login has a few, so that these are the last hundreds of sessions; the oldest go first. */
const most = 2_000

export function createHiddenLines(): HiddenLines {
  const lines = new Map<string, string>()
  const keyOf = (session: string, index: number) => `${session} ${index}`
  return {
    keep(session, index, line) {
      lines.set(keyOf(session, index), line)
      const [oldest] = lines.keys()
      if (lines.size > most && oldest !== undefined) lines.delete(oldest)
    },
    of: (session, index) => lines.get(keyOf(session, index)) ?? null,
    forget(session) {
      for (const key of lines.keys()) if (key.startsWith(`${session} `)) lines.delete(key)
    },
  }
}
