// Which rows are shown: by text, by direction, by stage. An empty set leaves all through.
import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'

export type Filter = {
  readonly text: string
  readonly directions: ReadonlySet<Entry['direction']>
  readonly stages: ReadonlySet<Stage>
}

export type Test = (entry: Entry) => boolean

/** The text of an entry as the screen shows it. */
export type ShownText = (entry: Entry) => string

export const noFilter: Filter = { text: '', directions: new Set(), stages: new Set() }

export const isFiltering = ({ text, directions, stages }: Filter): boolean =>
  text !== '' || directions.size > 0 || stages.size > 0

export function passes({ text, directions, stages }: Filter, shownText: ShownText): Test {
  const contains = containing(text, shownText)
  return (entry) =>
    (directions.size === 0 || directions.has(entry.direction)) &&
    (stages.size === 0 || stages.has(entry.stage)) &&
    contains(entry)
}

/** Upper and lower case are one. */
export function containing(text: string, shownText: ShownText): Test {
  const wanted = text.toLowerCase()
  return wanted === '' ? () => true : (entry) => shownText(entry).toLowerCase().includes(wanted)
}

/** The set with the value, or without it if it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
