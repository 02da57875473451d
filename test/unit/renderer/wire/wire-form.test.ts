import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaveWays, rawPlaces, xclientNames, xforwardNames } from '#shared/values/wire-defaults.ts'
import { type WireOptions, wireOptionsSchema } from '#shared/values/wire-options.ts'
import { readWire } from '../../../../renderer/wire/read-wire.ts'
import { isSameWire, wireFormOf } from '../../../../renderer/wire/wire-form.ts'
import { wire } from '../../../fakes/wire.ts'

const word = fc.stringMatching(/^[!-+.-~]{1,12}$/)
const line = fc.stringMatching(/^[ -~é]{0,12}$/)
const seconds = fc.integer({ min: 1, max: 999_999_999 })
const end = fc.record({
  address: fc.oneof(fc.ipV4(), fc.constantFrom('::1', '2001:db8::1')),
  port: fc.integer({ min: 0, max: 65_535 }),
})
const events: fc.Arbitrary<WireOptions['dsn']['notify']> = fc.oneof(
  fc.constant<WireOptions['dsn']['notify']>(['NEVER']),
  fc.subarray<WireOptions['dsn']['notify'][number]>(['SUCCESS', 'FAILURE', 'DELAY']),
)

/** Whatever the schema and the rules have nothing against. */
const options: fc.Arbitrary<WireOptions> = fc.record({
  extensions: fc.record(
    {
      CHUNKING: fc.constantFrom('off', 'on'),
      DSN: fc.constantFrom('off', 'on'),
      XCLIENT: fc.constantFrom('off', 'on'),
    },
    { requiredKeys: [] },
  ),
  protocol: fc.constantFrom('smtp', 'lmtp'),
  leave: fc.constantFrom(...leaveWays),
  proxyHeader: fc.option(
    fc.record({ version: fc.constantFrom(1, 2), source: fc.option(end), destination: fc.option(end) }),
  ),
  xclient: fc.array(fc.record({ name: fc.constantFrom(...xclientNames), value: line })),
  xforward: fc.array(fc.record({ name: fc.constantFrom(...xforwardNames), value: line })),
  dsn: fc.record({
    notify: events,
    ret: fc.option(fc.constantFrom('FULL', 'HDRS')),
    envid: fc.option(fc.stringMatching(/^[ -~]{1,100}$/)),
    orcpt: fc.option(fc.constantFrom('recipient', 'rfc822;ana@example.com')),
  }),
  deliverBy: fc.option(fc.record({ seconds, mode: fc.constantFrom('return', 'notify'), isTraced: fc.boolean() })),
  hold: fc.option(
    fc.oneof(
      fc.record({ kind: fc.constant('for' as const), seconds }),
      fc.record({ kind: fc.constant('until' as const), at: fc.constantFrom('2030-01-31T12:00:00+01:00') }),
    ),
  ),
  priority: fc.option(fc.integer({ min: -9, max: 9 })),
  requireTls: fc.boolean(),
  mailAuth: fc.option(fc.constantFrom('<>', 'ana@example.com')),
  solicit: fc.array(word),
  chunkSize: fc.option(fc.integer({ min: 1, max: 999_999_999 })),
  mailParameters: fc.array(word),
  rcptParameters: fc.array(word),
  rawLines: fc.array(
    fc.record({
      after: fc.constantFrom(...rawPlaces),
      text: fc.stringMatching(/^[ -~]{1,12}$/),
      isExact: fc.boolean(),
    }),
  ),
})

test('what the fields show is what they are read as, whatever was there before', () => {
  const property = fc.property(options, options, (one, before) => {
    expect(wireOptionsSchema.parse(one)).toEqual(one)
    expect(readWire(wireFormOf(one), before)).toEqual({ wire: one, faults: [] })
  })
  fc.assert(property, { numRuns: 60 })
})

test('a switch that stands as offered is the same as none, in whatever order they were set', () => {
  const one = wire({ extensions: { DSN: 'off', CHUNKING: 'on', SIZE: 'as-offered' } })
  const other = wire({ extensions: { CHUNKING: 'on', DSN: 'off' } })
  expect([isSameWire(one, other), isSameWire(one, wire({ extensions: { DSN: 'off' } }))]).toEqual([true, false])
})
