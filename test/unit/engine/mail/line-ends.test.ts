import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { crlfLines, withCrlf } from '../../../../electron/engine/mail/line-ends.ts'

async function* cut(text: string, places: readonly number[]) {
  const bytes = Buffer.from(text)
  const marks = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).sort((one, other) => one - other),
    bytes.length,
  ]
  for (const [index, from] of marks.entries()) yield bytes.subarray(from, marks[index + 1] ?? bytes.length)
}

it('is the same at every cut of the input', async () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ñ', '\r', '\n', '\r\n', '.') })
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(50), { maxLength: 5 }), async (text, places) => {
      const whole = withCrlf(text)
      const ended = whole === '' || whole.endsWith('\r\n') ? whole : `${whole}\r\n`
      expect((await buffer(crlfLines(cut(text, places)))).toString()).toBe(ended)
    }),
  )
})

it('hands on what is right as it came, says so, and finds every bare line end at any place', async () => {
  const place = fc.integer({ min: 0, max: 40 })
  const wrong = fc.constantFrom('\r', '\n')
  await fc.assert(
    fc.asyncProperty(place, place, place, wrong, async (skew, before, behind, end) => {
      const memory = Buffer.alloc(200, 'x')
      const text = (middle: string) => `${'a'.repeat(before)}\t${middle}${'b'.repeat(behind)}\r\n`
      const read = async (octets: Buffer) => {
        const pieces: (Buffer & { known?: string })[] = []
        for await (const piece of crlfLines([octets] as unknown as AsyncIterable<Buffer>)) pieces.push(piece)
        return pieces
      }
      const right = memory.subarray(skew, skew + memory.write(text('\r\n'), skew))
      const [piece] = await read(right)
      expect([piece?.buffer === memory.buffer, piece?.known, String(piece)]).toEqual([true, 'lines', text('\r\n')])
      const bare = memory.subarray(skew, skew + memory.write(text(end), skew))
      expect(Buffer.concat(await read(bare)).toString()).toBe(text('\r\n'))
    }),
    { numRuns: 500 },
  )
})
