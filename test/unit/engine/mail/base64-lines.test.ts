import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { base64Length, base64Lines, base64Text } from '../../../../electron/engine/mail/base64-lines.ts'

/** As RFC 2045 §6.8 has it, by Node's own encoder. */
const expected = (octets: Buffer) =>
  octets
    .toString('base64')
    .match(/.{1,76}/g)
    ?.join('\r\n') ?? ''

async function* cut(octets: Buffer, places: readonly number[]) {
  const ends = [...places.map((place) => place % (octets.length + 1)), octets.length].sort((one, other) => one - other)
  for (const [index, end] of ends.entries()) yield octets.subarray(ends[index - 1] ?? 0, end)
}

/** Two stretches of memory in turn, as those who send have them. */
function turns() {
  const memory = [Buffer.alloc(100_000), Buffer.alloc(100_000)]
  return (octets: number) => {
    memory.reverse()
    return (memory[0] ?? Buffer.alloc(0)).subarray(0, octets)
  }
}

const octets = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes))

it('writes what Node writes, cut into lines, at every cut of the input', async () => {
  await fc.assert(
    fc.asyncProperty(octets, fc.array(fc.nat(400), { maxLength: 8 }), async (bytes, places) => {
      const lines = expected(bytes)
      expect((await buffer(base64Lines(cut(bytes, places)))).toString('latin1')).toBe(lines)
      expect(base64Text(bytes).toString('latin1')).toBe(lines)
      expect(base64Length(bytes.length)).toBe(lines.length)
    }),
    { numRuns: 300 },
  )
})

it('is right for any octets of a large file, in memory that is used again', async () => {
  const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 7919) >> 5))
  const places = Array.from({ length: 9 }, (_, index) => (index * 22_222) % 200_000)
  let written = ''
  for await (const piece of base64Lines(cut(bytes, places), turns())) written += Buffer.from(piece).toString('latin1')
  expect(written).toBe(expected(bytes))
})
