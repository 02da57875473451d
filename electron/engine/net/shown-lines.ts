// What the tap, and whoever reads, sees of the lines of a server: secrets hidden, and for the tap what is put in place of a line.
import { decode } from './decode.ts'
import type { ReadLine } from './incoming.ts'
import type { Line } from './line-splitter.ts'
import { createRedaction } from './redaction.ts'
import type { Tap } from './tap.ts'

/** What the tap sees of a line; undefined where that is the line itself. */
export type Cover = (line: string) => string | undefined

export type ShownLines = {
  /** These texts are hidden from now on. */
  hide(texts: readonly string[]): void
  /** Null for the lines themselves. */
  cover(cover: Cover | null): void
  /** Tells the tap, and gives back the line as it may be read. */
  record(line: Line): ReadLine
}

export function createShownLines(tap: Tap): ShownLines {
  const redaction = createRedaction()
  let covering: Cover | null = null
  return {
    hide: redaction.hide,
    cover(cover) {
      covering = cover
    },
    record(line) {
      const { octets, ending } = line
      const shown = redaction.apply(octets)
      const redacted = shown === octets ? undefined : decode(shown).text
      const cover = covering?.(shown.toString('latin1'))
      const { text } = tap.line('server', octets, ending, cover ?? redacted)
      return { octets: shown, ending, text: cover === undefined ? text : decode(shown).text }
    },
  }
}
