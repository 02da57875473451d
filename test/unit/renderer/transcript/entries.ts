// Entries of a session for the tests of the protocol log: a line a row, with only what the row is about spelled out.
import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'

export type Told = readonly [milliseconds: number, stage: Stage, text: string, more?: Partial<Entry>]

/** `C: …` and `S: …` are lines of the wire, anything else an event of the kind given. */
export function session(...rows: readonly Told[]): readonly Entry[] {
  return rows.map(([milliseconds, stage, told, more], index) => {
    const before = rows[index - 1]?.[0] ?? 0
    const mark = told.slice(0, 3)
    const direction = mark === 'C: ' ? 'client' : mark === 'S: ' ? 'server' : 'event'
    const text = direction === 'event' ? told : told.slice(3)
    return {
      index,
      time: milliseconds * 1e6,
      pause: (milliseconds - before) * 1e6,
      direction,
      kind: direction === 'event' ? 'note' : 'line',
      isTls: false,
      stage,
      text,
      encoding: 'utf8',
      ending: direction === 'event' ? 'none' : 'crlf',
      bytes: direction === 'event' ? 0 : text.length + 2,
      facts: {},
      ...more,
    }
  })
}

/** Any number of lines, every tenth of which is a refusal. */
export const manyEntries = (count: number, from = 0): readonly Entry[] =>
  session(
    ...Array.from({ length: count }, (_, place): Told => {
      const index = from + place
      return [index, 'rcpt', index % 10 === 9 ? `S: 550 no ${index}` : `S: 250 yes ${index}`, { index }]
    }),
  )
