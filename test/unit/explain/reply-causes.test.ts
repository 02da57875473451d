import { describe, expect, test } from 'vitest'
import { providerOf } from '#shared/explain/provider.ts'
import { causeOf, isCauseOf, replyCauses, replyCauseTiers } from '#shared/explain/reply-causes.ts'
import { type Captured, placeOf, replyOf } from './captured/captured.ts'
import { elsewhere } from './captured/elsewhere.ts'
import { originAndContent } from './captured/origin-and-content.ts'
import { recipientsAndRelaying } from './captured/recipients-and-relaying.ts'
import { sessionAndLogin } from './captured/session-and-login.ts'

const captured: readonly Captured[] = [...sessionAndLogin, ...recipientsAndRelaying, ...originAndContent, ...elsewhere]

/** The same words in other clothes: as other versions of a server say them. */
const clothes: readonly (readonly [how: string, dress: (text: string) => string])[] = [
  ['in capitals', (text) => text.toUpperCase()],
  ['in small letters', (text) => text.toLowerCase()],
  ['broken over lines', (text) => text.replaceAll(' ', '\n')],
  ['with more behind it', (text) => `${text}\nhttps://help.example/ a1-20020a05 - 12`],
]
describe.each(clothes)('%s', (_how, dress) => {
  test('a refusal means the same', () => {
    const odd = captured.flatMap(([row, stage, at, line, cause]) => {
      const reply = replyOf(line)
      const found = causeOf({ ...reply, text: dress(reply.text) }, stage, at === null ? {} : placeOf[at])?.id ?? null
      return found === cause ? [] : [[row, line, found]]
    })
    expect(odd).toEqual([])
  })
})

const firstRow = 28
const lastRow = 88
/** Nothing was answered there: the connection broke after the final dot. */
const silentRow = 41

test.each(captured)('row %i, at %s, from %s: “%s” means %s', (_row, stage, at, line, cause) => {
  expect(causeOf(replyOf(line), stage, at === null ? {} : placeOf[at])?.id ?? null).toBe(cause)
})

describe.each([0, 1])('in tier %i of the table', (tier) => {
  test('no row catches what was captured for another, so that their order is of no account', () => {
    const rows = replyCauseTiers[tier] ?? []
    const caught = captured.flatMap(([, stage, at, line, cause]) => {
      const reply = replyOf(line)
      const provider = providerOf(reply.text, at === null ? {} : placeOf[at])
      const ids = rows.filter((row) => isCauseOf(row, reply, stage, provider)).map(({ id }) => id)
      return ids.length > 1 ? [[line, cause, ids]] : []
    })
    expect(caught).toEqual([])
  })
})

test('no pattern of a provider catches anything that another server said', () => {
  const rows = replyCauseTiers[0] ?? []
  const strange = captured.filter(
    ([, stage, at, line, cause]) =>
      !rows.some(({ id }) => id === cause) &&
      rows.some((row) => isCauseOf(row, replyOf(line), stage, providerOf(replyOf(line).text, at ? placeOf[at] : {}))),
  )
  expect(strange).toEqual([])
})

test('what a provider means by a code is not read into the words of another server', () => {
  const ofProviders = new Set((replyCauseTiers[0] ?? []).map(({ id }) => id))
  const odd = captured.flatMap(([, stage, at, line, cause]) => {
    const reply = replyOf(line)
    if (at === null || !ofProviders.has(cause ?? '') || providerOf(reply.text) !== null) return []
    const elsewhereToo = causeOf(reply, stage, placeOf.postfix)?.id ?? ''
    return ofProviders.has(elsewhereToo) ? [[line, elsewhereToo]] : []
  })
  expect(odd).toEqual([])
})

test('every row of a refusal is there', () => {
  const rows = new Set(captured.map(([row]) => row))
  const wanted = Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index)
  expect(wanted.filter((row) => !rows.has(row))).toEqual([silentRow])
})

test('every cause was seen in an answer', () => {
  const seen = new Set(captured.map(([, , , , cause]) => cause))
  expect(replyCauses.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([])
})

test('one code has as many meanings as there are providers', () => {
  const meanings = (enhanced: string) =>
    ([null, 'gmail', 'microsoft'] as const).map(
      (at) => causeOf({ code: 550, enhanced, text: 'No' }, 'mail', at ? placeOf[at] : {})?.id,
    )
  expect([meanings('5.7.30'), meanings('5.7.29'), meanings('5.1.10')]).toEqual([
    ['requiretls', 'gmail-dkim', 'microsoft-password-retired'],
    ['arc-failed', 'gmail-no-tls', 'arc-failed'],
    ['domain-takes-no-mail', 'domain-takes-no-mail', 'microsoft-unknown-user'],
  ])
})
