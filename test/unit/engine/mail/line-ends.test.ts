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
