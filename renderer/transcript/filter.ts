// Which rows are shown: by text, by direction, by stage. An empty set leaves all through.
import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'

export type Filter = {
  readonly text: string
  readonly directions: ReadonlySet<Entry['direction']>
  readonly stages: ReadonlySet<Stage>
}

export type Test = (entry: Entry) => boolean

export const noFilter: Filter = { text: '', directions: new Set(), stages: new Set() }

export const isFiltering = ({ text, directions, stages }: Filter): boolean =>
  text !== '' || directions.size > 0 || stages.size > 0

export function passes({ text, directions, stages }: Filter): Test {
  const contains = containing(text)
  return (entry) =>
    (directions.size === 0 || directions.has(entry.direction)) &&
    (stages.size === 0 || stages.has(entry.stage)) &&
    contains(entry)
}

/** Upper and lower case are one. */
export function containing(text: string): Test {
  const wanted = text.toLowerCase()
  return wanted === '' ? () => true : (entry) => entry.text.toLowerCase().includes(wanted)
}

/** The set with the value, or without it if it was in. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}
