// Which checks of sessions no server of Debian can be had for that fails, or passes, or that would do so by its speed alone:
// those are seen on servers of our own. All others stand in the tables of test/real.
import { expect, test } from 'vitest'
import { catalogue } from '../../../../electron/engine/diagnose/catalogue.ts'
import { allResults } from '../../../real/diagnose/rows/index.ts'
import { networkFaults } from '../../../real/network-faults/faults.ts'

const neverRed = [
  ...['RCH-10', 'RCH-11', 'RCH-12', 'RCH-15', 'EHL-02', 'EHL-06', 'EHL-12', 'EHL-13', 'EHL-14', 'EHL-15', 'EHL-18'],
  ...['EHL-20', 'STL-03', 'STL-06', 'STL-07', 'STL-08', 'STL-10', 'STL-11', 'STL-12', 'STL-13', 'TLS-V6', 'TLS-V7'],
  ...['TLS-V8', 'TLS-C10', 'TLS-S7', 'TLS-S8', 'TLS-S9', 'AUT-03', 'AUT-07', 'AUT-08', 'AUT-09', 'AUT-13', 'AUT-14'],
  ...['AUT-15', 'POL-07', 'ROB-01', 'ROB-04', 'ROB-05', 'ROB-09', 'ROB-12', 'ROB-14', 'ROB-15'],
]
const neverGreen = [
  ...['RCH-02', 'RCH-03', 'RCH-06', 'RCH-10', 'RCH-11', 'RCH-12', 'RCH-15', 'EHL-02', 'EHL-04', 'EHL-15', 'STL-09'],
  ...['STL-12', 'TLS-K4', 'AUT-07', 'AUT-14', 'AUT-15', 'POL-11', 'ROB-05'],
]

const seen = [
  ...allResults.flatMap((results) => Object.entries(results)),
  ...networkFaults.flatMap(({ results }) => Object.entries(results)),
]
const seenAs = (pattern: RegExp) => new Set(seen.flatMap(([id, result]) => (pattern.test(result) ? [id] : [])))

test('what real servers are asked is seen red and green on them, but for these', () => {
  const [red, green] = [seenAs(/^(warn|fail|info)/), seenAs(/^pass/)]
  expect([neverRed.filter((id) => red.has(id)), neverGreen.filter((id) => green.has(id))]).toEqual([[], []])
  const all = new Set(seen.map(([id]) => id))
  expect([...all].filter((id) => !red.has(id) && !neverRed.includes(id))).toEqual([])
  expect([...all].filter((id) => !green.has(id) && !neverGreen.includes(id))).toEqual([])
})

test('the tables of real servers know no check but those of the catalogue', () => {
  const known = new Set<string>(catalogue.map(({ check }) => check.id))
  const ids = new Set([...seen.map(([id]) => id), ...neverRed, ...neverGreen])
  expect([...ids].filter((id) => !known.has(id))).toEqual([])
})
