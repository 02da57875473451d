import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { createPace } from '../../../../electron/engine/delivery/pace.ts'

test('in no span of time go more mails than the rate, and one, and what late timers may make up for', () => {
  const rates = fc.constantFrom(0.5, 3, 10, 200, 2000)
  const lateness = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(rates, lateness, (perSecond, delays) => {
      let now = 1000
      const pace = createPace(perSecond, () => now)
      const times = delays.map((delay) => {
        now += pace.wait() + delay
        // Never twice: after waiting it may go.
        expect(pace.wait()).toBe(0)
        pace.take()
        return now
      })
      for (const [index, from] of times.entries())
        for (const [more, to] of times.slice(index).entries())
          expect(more).toBeLessThanOrEqual(((to - from + 20) / 1000) * perSecond + 1e-6)
    }),
  )
})

it('meets the rate although every timer is some milliseconds late', () => {
  let now = 0
  const pace = createPace(100, () => now)
  for (let count = 0; count < 1000; count += 1) {
    now += pace.wait() + 3
    pace.take()
  }
  expect(now).toBeLessThan(10_020)
})

it('waits for nothing where there is no rate', () => {
  const pace = createPace(null)
  pace.take()
  expect(pace.wait()).toBe(0)
})
