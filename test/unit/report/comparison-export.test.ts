// What changed between two reports, as it is taken away.
import { expect, test } from 'vitest'
import type { ComparedPair } from '#shared/report/comparison-document.ts'
import { exportComparison } from '#shared/report/export.ts'
import type { Finding, Report } from '#shared/values/report.ts'

const finding = (id: string, result: Finding['result'], summary: string, part: Partial<Finding> = {}): Finding => ({
  id,
  group: 'STL',
  name: { en: `Name of ${id}`, es: `Nombre de ${id}` },
  result,
  severity: 'high',
  endpoint: 'mx.example:25',
  summary: { en: summary, es: summary },
  advice: null,
  reference: 'RFC 3207 §4',
  evidence: [],
  durationMs: 0,
  ...part,
})

const report = (startedAt: string, ...checks: readonly Finding[]): Report => ({
  target: 'mx.example:25',
  role: 'mx',
  startedAt,
  durationMs: 10,
  connections: 1,
  checks: [...checks],
  summary: { pass: 0, info: 0, warn: 0, fail: 0, indeterminate: 0, skipped: 0 },
  offers: [],
  endpoints: [],
  scans: [],
  records: [],
  failure: null,
})

const kept = (level: 1 | 2, startedAt: string, ...checks: readonly Finding[]) => ({
  past: { target: 'mx.example:25', startedAt, level },
  report: report(startedAt, ...checks),
})

const advice = { advice: { en: 'Turn it on.', es: 'Activarlo.' } }
const pair: ComparedPair = [
  kept(1, '2030-01-01T00:00:00.000Z', finding('STL-01', 'pass', 'Offered.'), finding('EHL-01', 'pass', 'Yes.')),
  kept(
    1,
    '2030-01-31T12:00:00.000Z',
    finding('STL-01', 'fail', 'Says “<b>no</b>”.', advice),
    finding('EHL-01', 'pass', 'Yes.'),
  ),
]

test('in Markdown the change is told from both sides, with what helps', () => {
  expect(exportComparison(pair, 'markdown', 'en')).toEqual({
    name: 'What changed at mx.example 25 2030-01-31 12.00.00.md',
    type: 'text/markdown',
    text: `# What changed at mx.example:25

2030-01-01T00:00:00.000Z (level 1) → 2030-01-31T12:00:00.000Z (level 1) · 1 finding is the same in both.

## Worse (1)

### STL-01 Name of STL-01

Earlier (Good): Offered. Later (Problem): Says “\\<b\\>no\\</b\\>”.

**What helps:** Turn it on.

mx.example:25 · RFC 3207 §4
`,
  })
})

test('in HTML nothing runs that a server said, and other levels are told of', () => {
  const { text } = exportComparison([pair[0], kept(2, '2030-02-01T00:00:00.000Z')], 'html', 'es')
  expect(text.slice(text.indexOf('<h1>'))).toContain('No llegaron igual de lejos')
  expect(exportComparison(pair, 'html', 'en').text).toContain('Says “&lt;b&gt;no&lt;/b&gt;”.')
})

test('in JSON both sides stand beside each other', () => {
  expect(JSON.parse(exportComparison(pair, 'json', 'en').text)).toEqual({
    earlier: { target: 'mx.example:25', startedAt: '2030-01-01T00:00:00.000Z', level: 1 },
    later: { target: 'mx.example:25', startedAt: '2030-01-31T12:00:00.000Z', level: 1 },
    unchanged: 1,
    findings: [
      {
        kind: 'worse',
        id: 'STL-01',
        group: 'STL',
        name: 'Name of STL-01',
        endpoint: 'mx.example:25',
        before: { result: 'pass', summary: 'Offered.' },
        after: { result: 'fail', summary: 'Says “<b>no</b>”.' },
      },
    ],
    places: [],
  })
})
