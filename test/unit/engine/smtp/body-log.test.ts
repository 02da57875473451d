// What the log keeps of the data of a mail: how it begins, or all of it, octet by octet.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { createTap } from '../../../../electron/engine/net/index.ts'
import { createBodyLog } from '../../../../electron/engine/smtp/body-log.ts'
import type { Entry } from '../../../../shared/values/transcript.ts'

function logged(chunks: readonly Buffer[], keepsBodies: boolean): Entry[] {
  const entries: Entry[] = []
  const tap = createTap(
    { id: 'session', keepsBodies, add: (entry) => void entries.push(entry), end: () => {} },
    () => 0,
  )
  const log = createBodyLog(tap)
  for (const chunk of chunks) log.add(chunk, [chunk])
  log.tell()
  return entries
}

const octetsOf = ({ text, encoding }: Entry) => Buffer.from(text, encoding)
const line = 'A line of a mail that is neither short nor long.\r\n'

it('keeps the first lines, and tells how large the mail is', () => {
  const [entry, ...more] = logged([Buffer.from(line.repeat(1_000))], false)
  expect(entry).toMatchObject({ kind: 'body', bytes: 50_000, facts: { octets: 50_000 } })
  expect([entry?.text.split('\n').length, more]).toEqual([24, []])
})

it('keeps all of it in stretches of whole lines where that is asked for, and tells the size once', () => {
  const entries = logged([Buffer.from(line.repeat(1_000))], true)
  expect(entries.map(({ text }) => text).join('')).toBe(line.repeat(1_000))
  expect(entries.map(({ text }) => text.endsWith('\r\n'))).toEqual(entries.map(() => true))
  expect(entries.map(({ facts }) => [facts.isPart ?? false, facts.wireOctets ?? null])).toEqual([
    [true, null],
    [true, null],
    [true, null],
    [false, 50_000],
  ])
})

test('whatever octets they are and however they come, none is lost and no entry is large', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 40_000 }).map((octets) => Buffer.from(octets)),
    fc.constantFrom(line, 'ñ', '\r\n', 'x'.repeat(20_000)).map((text) => Buffer.from(text)),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (chunks) => {
      const entries = logged(chunks, true)
      expect(Buffer.concat(entries.map(octetsOf)).equals(Buffer.concat(chunks))).toBe(true)
      expect(entries.map(octetsOf).map(({ length }) => length)).toEqual(entries.map(({ bytes }) => bytes))
      expect(entries.every(({ bytes }) => bytes <= 16 * 1024)).toBe(true)
    }),
    { numRuns: 30 },
  )
})
