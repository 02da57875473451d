import { expect, test } from 'vitest'
import { checkGroups } from '#shared/explain/check-groups.ts'
import { commandTexts } from '#shared/explain/commands.ts'
import { enhancedClasses, enhancedSubjects } from '#shared/explain/enhanced-codes.ts'
import { enhancedDetails } from '#shared/explain/enhanced-details.ts'
import { factWords } from '#shared/explain/facts.ts'
import { failureRefinements, failureTexts } from '#shared/explain/failures.ts'
import { keywordTexts } from '#shared/explain/keywords.ts'
import { mechanismTexts, verdictTexts } from '#shared/explain/mechanisms.ts'
import { explainPort } from '#shared/explain/ports.ts'
import { replyCauses } from '#shared/explain/reply-causes.ts'
import { replyCodeTexts } from '#shared/explain/reply-codes.ts'
import { answersTo } from '#shared/explain/reply-contexts.ts'
import { retryTexts } from '#shared/explain/retry.ts'
import { rfcLinks } from '#shared/explain/rfc.ts'
import { scenarioTexts } from '#shared/explain/scenarios/index.ts'
import { sideTexts } from '#shared/explain/side.ts'
import { stageTexts } from '#shared/explain/stages.ts'
import { failureKinds } from '#shared/values/failure.ts'
import { portPresets } from '#shared/values/ports.ts'
import { scenarios } from '#shared/values/scenarios.ts'
import type { Words } from '#shared/values/settings.ts'
import { stages } from '#shared/values/stage.ts'

type Row = readonly [place: string, words: Words]

const isWords = (value: unknown): value is Words =>
  typeof value === 'object' && value !== null && 'en' in value && 'es' in value

/** Every text of a table, however deep, with its place. */
function textsOf(place: string, value: unknown): Row[] {
  if (isWords(value)) return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsOf(`${place}.${key}`, part))
}

const tables = {
  checkGroups,
  failureTexts,
  failureRefinements,
  sideTexts,
  retryTexts,
  replyCauses,
  commandTexts,
  keywordTexts,
  mechanismTexts,
  verdictTexts,
  replyCodeTexts,
  answersTo,
  enhancedClasses,
  enhancedSubjects,
  enhancedDetails,
  stageTexts,
  scenarioTexts,
  ports: portPresets.map(({ port }) => explainPort(port)),
}
const rows = Object.entries(tables).flatMap(([name, table]) => textsOf(name, table))

test('every text is there in both languages, and they differ', () => {
  // Names of the protocol are the same in every language.
  const isName = ([, { en }]: Row) => /^[A-Z0-9-]+$/.test(en)
  const bad = rows.filter(
    (row) => row[1].en.trim() === '' || row[1].es.trim() === '' || (row[1].en === row[1].es && !isName(row)),
  )
  expect(bad).toEqual([])
})

test('every sentence of a failure or a cause ends as a sentence', () => {
  const sentences = rows.filter(([place]) => /\.(happened|advice|text|happens|does)$/.test(place))
  const bad = sentences.filter(([, { en, es }]) => !/([.?!]|\{server\})$/.test(en) || !/([.?!]|\{server\})$/.test(es))
  expect(bad).toEqual([])
})

test('every placeholder is a fact that has words of its own for when it is not known', () => {
  const names = rows.flatMap(([, { en, es }]) =>
    [...`${en} ${es}`.matchAll(/\{([a-z0-9]+)\}/gi)].map(([, name]) => name),
  )
  expect([...new Set(names)].filter((name) => !Object.hasOwn(factWords, name ?? ''))).toEqual([])
})

test('both languages of a text use the same placeholders', () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{[a-z0-9]+\}/gi))].sort()
  const bad = rows.filter(([, { en, es }]) => placeholders(en).join() !== placeholders(es).join())
  expect(bad).toEqual([])
})

test('every kind of failure, stage and scenario is there', () => {
  expect({
    failures: Object.keys(failureTexts).sort(),
    stages: Object.keys(stageTexts).sort(),
    scenarios: Object.keys(scenarioTexts).sort(),
  }).toEqual({
    failures: [...failureKinds].sort(),
    stages: [...stages].sort(),
    scenarios: [...scenarios].sort(),
  })
})

test('every reference names an RFC', () => {
  const references = [
    ...Object.values(failureTexts).map(({ rfc }) => rfc),
    ...[...replyCauses, ...failureRefinements].map(({ rfc }) => rfc),
    ...[commandTexts, keywordTexts, mechanismTexts, replyCodeTexts].flatMap((table) =>
      Object.values(table).map(({ reference }) => reference),
    ),
    ...Object.values(enhancedDetails).map(({ reference }) => reference),
  ]
  expect(references.filter((reference) => reference !== null && rfcLinks(reference).length === 0)).toEqual([])
})

test('every cause has an id of its own', () => {
  const ids = replyCauses.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
