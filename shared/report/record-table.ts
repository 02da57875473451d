// A record as a table: its parts and what they mean, those of the records that it leads to below them.
import type { PublishedRecord, RecordPart } from '../values/published-record.ts'
import type { Language } from '../values/settings.ts'
import { type ReportTable, tableOf } from './table.ts'
import { detailWordsIn } from './words.ts'

export function recordTable(record: PublishedRecord, language: Language): ReportTable[] {
  const { part, meaning, lookups } = detailWordsIn(language)
  const { type, name } = record
  const cost = record.lookups === null ? '' : ` (${lookups}: ${record.lookups}/10)`
  return tableOf(
    `${type} ${name}${cost}`,
    [part, meaning],
    record.parts.flatMap((one) => rowsOf(one, language, 0)),
  )
}

/** The sign before a part tells how deep it is. */
function rowsOf({ text, meaning, leadsTo }: RecordPart, language: Language, depth: number): string[][] {
  const below = leadsTo?.parts.flatMap((one) => rowsOf(one, language, depth + 1)) ?? []
  return [[`${'› '.repeat(depth)}${text}`, meaning[language]], ...below]
}
