// The parts that a record is taken into, and the records they make. What comes from outside is kept bounded.
import { say } from '#shared/explain/words.ts'
import type { PublishedRecord, RecordPart } from '#shared/values/published-record.ts'
import type { Words } from '#shared/values/settings.ts'
import type { TagList } from '../records/tag-list.ts'

/** A person reads them: what is longer is no record that works. */
const mostCharacters = 4_000
const mostParts = 100

export const part = (text: string, meaning: Words, more: Partial<RecordPart> = {}): RecordPart => ({
  text: cut(text),
  meaning,
  isWrong: false,
  lookups: 0,
  leadsTo: null,
  ...more,
})

export const wrong = (text: string, meaning: Words): RecordPart => part(text, meaning, { isWrong: true })

type Bare = Omit<PublishedRecord, 'lookups'> & Partial<Pick<PublishedRecord, 'lookups'>>

export const published = ({ text, parts, lookups = null, ...record }: Bare): PublishedRecord => ({
  ...record,
  text: cut(text),
  parts: parts.slice(0, mostParts),
  lookups,
})

/** What a tag says by its value; a text for whatever value it has. */
export type TagMeanings = Readonly<Record<string, Words | ((value: string) => Words | RecordPart)>>

/** Each tag of a `name=value` list; one that nobody knows says nothing, and what is no tag is wrong. */
export function tagParts({ tags, wrong: broken }: TagList, meanings: TagMeanings): RecordPart[] {
  const known = tags.map(({ name, value }) => {
    const text = `${name}=${value}`
    const meaning = Object.hasOwn(meanings, name) ? meanings[name] : unknown
    const said = typeof meaning === 'function' ? meaning(value) : (meaning ?? unknown)
    return 'meaning' in said ? { ...said, text: cut(text) } : part(text, said)
  })
  return [...known, ...broken.map((text) => wrong(text, noTag))]
}

const unknown = say('Nobody knows this tag, so it says nothing.', 'Nadie conoce esta etiqueta, así que no dice nada.')
const noTag = say('This is no “name=value”.', 'Esto no es «nombre=valor».')

const cut = (text: string): string => (text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text)
