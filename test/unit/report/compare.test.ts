import { expect, test } from 'vitest'
import { compareReports } from '#shared/report/compare.ts'
import type { Finding, Offers, Report } from '#shared/values/report.ts'
import { soundScan } from '../../fakes/scanned.ts'

const finding = (id: string, result: Finding['result'], summary = 'As it was.'): Finding => ({
  id,
  group: 'EHL',
  name: { en: id, es: id },
  result,
  severity: 'low',
  endpoint: 'mx.example:25',
  summary: { en: summary, es: summary },
  advice: null,
  reference: 'RFC 5321',
  evidence: [],
  durationMs: 0,
})

const offers: Offers = {
  endpoint: 'mx.example:25',
  address: '192.0.2.1',
  greeting: '220 mx.example',
  security: 'none',
  beforeTls: [{ keyword: 'SIZE', parameters: ['1000'] }],
  afterTls: null,
  afterLogin: null,
  tls: null,
  auth: [],
}

type Compared = Pick<Report, 'checks' | 'endpoints' | 'offers' | 'scans' | 'records'>
const report = (part: Partial<Compared>): Compared => ({
  checks: [],
  endpoints: [],
  offers: [],
  scans: [],
  records: [],
  ...part,
})

test.each<[change: string, before: Finding | null, after: Finding | null, kind: string | null]>([
  ['a problem that was not there', null, finding('A', 'fail'), 'new'],
  ['a problem that is not there any more', finding('A', 'warn'), null, 'gone'],
  ['a problem whose question was not asked again', finding('A', 'fail'), finding('A', 'skipped'), 'gone'],
  ['a warning that became a problem', finding('A', 'warn'), finding('A', 'fail'), 'worse'],
  ['a problem that was mended', finding('A', 'fail'), finding('A', 'pass'), 'better'],
  ['a note instead of a pass', finding('A', 'pass'), finding('A', 'info', 'Another text.'), 'reworded'],
  ['a pass that only one has', null, finding('A', 'pass'), 'asked-once'],
  ['the same again', finding('A', 'warn'), finding('A', 'warn'), null],
])('%s', (_, before, after, kind) => {
  const checks = (one: Finding | null) => report({ checks: one === null ? [] : [one] })
  const { findings, unchanged } = compareReports(checks(before), checks(after))
  expect([findings.map((change) => change.kind), unchanged]).toEqual(kind === null ? [[], 1] : [[kind], 0])
})

test('what a place offers, its versions and suites, and the records of the domain are compared by their names', () => {
  const record = { kind: 'spf', name: 'example', type: 'TXT', text: 'v=spf1 -all', parts: [], lookups: 0 } as const
  const scan = { ...soundScan, endpoint: 'mx.example:25' }
  const before = report({ offers: [offers], scans: [scan], records: [{ ...record, parts: [] }] })
  const after = report({
    offers: [
      {
        ...offers,
        beforeTls: [
          { keyword: 'Size', parameters: ['2000'] },
          { keyword: 'DSN', parameters: [] },
        ],
      },
    ],
    scans: [{ ...scan, versions: scan.versions.filter(({ version }) => version !== 'SSLv2') }],
    records: [{ ...record, parts: [], text: 'v=spf1 ~all' }],
  })
  const changed = compareReports(before, after).places.map(({ place, facts }) => [
    place,
    facts.map(({ name, before: old, after: recent }) => [name.en, old?.en, recent?.en]),
  ])
  expect(changed).toEqual([
    ['example', [['TXT', 'v=spf1 -all', 'v=spf1 ~all']]],
    [
      'mx.example:25',
      [
        ['SIZE before TLS', '1000', '2000'],
        ['SSLv2', 'no', undefined],
        ['DSN before TLS', undefined, 'offered'],
      ],
    ],
  ])
})

test('a place that was not reached any more has lost all that it offered', () => {
  const { places } = compareReports(report({ offers: [offers] }), report({}))
  expect(places.map(({ place, facts }) => [place, facts.map(({ after }) => after)])).toEqual([
    ['mx.example:25', [null, null]],
  ])
})
