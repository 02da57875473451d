import { expect, test } from 'vitest'
import { hexLines, octetsOf } from '../../../../renderer/transcript/hex-dump.ts'
import { pieces } from '../../../../renderer/transcript/pieces.ts'
import { rowAfter } from '../../../../renderer/transcript/row-keys.ts'
import { barShare, formatSpan, formatTime, slowness } from '../../../../renderer/transcript/spans.ts'
import { ticksOf } from '../../../../renderer/transcript/ticks-of.ts'

test.each([
  [400_000, '0.4 ms', 'quick'],
  [12_400_000, '12 ms', 'quick'],
  [310_000_000, '310 ms', 'noticed'],
  [1_250_000_000, '1.25 s', 'slow'],
  [125_000_000_000, '2 min 5 s', 'stuck'],
])('%i nanoseconds read as %s and feel %s', (nanoseconds, text, felt) => {
  expect([formatSpan(nanoseconds, 'en'), slowness(nanoseconds)]).toEqual([text, felt])
})

test('times follow the language', () => {
  expect([formatTime(42_000_000, 'en'), formatTime(42_000_000, 'es')]).toEqual(['0.042', '0,042'])
})

test('the bar of a pause goes from a millisecond to ten seconds', () => {
  expect([0, 1e6, 1e8, 1e10, 1e12].map(barShare)).toEqual([0, 0, 0.5, 1, 1])
})

test.each([
  ['utf8', 'é\u0000', 'crlf', ['c3 a9 00 0d 0a', '·····']],
  ['latin1', 'é~', 'lf', ['e9 7e 0a', '·~·']],
  ['utf8', '', 'none', []],
] as const)('a %s line is dumped as its octets', (encoding, text, ending, dump) => {
  expect(hexLines(octetsOf({ text, encoding, ending })).flatMap(({ hex, text }) => [hex.join(' '), text])).toEqual(dump)
})

test('a line is cut at its head and at what was found, also across both', () => {
  expect(pieces('250 OK, ok', 'ok', 3).map(({ text, isHit, isHead }) => [text, isHit, isHead])).toEqual([
    ['250', false, true],
    [' ', false, false],
    ['OK', true, false],
    [', ', false, false],
    ['ok', true, false],
  ])
  expect(pieces('250 OK', '50 o', 3).map(({ text, isHit }) => [text, isHit])).toEqual([
    ['2', false],
    ['50', true],
    [' O', true],
    ['K', false],
  ])
})

test.each([
  ['ArrowDown', null, 0],
  ['ArrowDown', 98, 99],
  ['ArrowDown', 99, 99],
  ['ArrowUp', null, 99],
  ['PageUp', 5, 0],
  ['PageDown', 5, 15],
  ['Home', 50, 0],
  ['End', null, 99],
  ['x', 50, null],
])('%s leads from row %s to row %s', (key, row, next) => {
  expect(rowAfter(key, { row, count: 100, page: 10 })).toBe(next)
})

test('an axis has few and round values', () => {
  expect([9e9, 47e6, 1].map((end) => ticksOf(end))).toEqual([
    [0, 2e9, 4e9, 6e9, 8e9],
    [0, 10e6, 20e6, 30e6, 40e6],
    [0, 0.2, 0.4, 0.6000000000000001, 0.8],
  ])
})
