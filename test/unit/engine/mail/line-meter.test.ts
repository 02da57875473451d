import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createLineMeter } from '../../../../electron/engine/mail/line-meter.ts'

it('finds the longest line over 998 octets, at every cut of the input', () => {
  const line = fc
    .oneof(fc.nat(120), fc.integer({ min: 990, max: 1010 }), fc.nat(3000))
    .map((length) => 'x'.repeat(length))
  const text = fc.tuple(fc.array(line, { maxLength: 12 }), fc.boolean()).map(([lines, isEnded]) => {
    return lines.join('\r\n') + (isEnded ? '\r\n' : '')
  })
  fc.assert(
    fc.property(text, fc.array(fc.nat(20_000), { maxLength: 6 }), (whole, places) => {
      const octets = Buffer.from(whole)
      const ends = [...places.map((place) => place % (octets.length + 1)), octets.length].sort((a, b) => a - b)
      const meter = createLineMeter()
      for (const [index, end] of ends.entries()) meter.add(octets.subarray(ends[index - 1] ?? 0, end))
      const longest = Math.max(...whole.split('\r\n').map(({ length }) => length))
      expect(meter.overlong()).toBe(longest > 998 ? longest : 0)
    }),
    { numRuns: 400 },
  )
})
