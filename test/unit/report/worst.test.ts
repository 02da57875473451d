import { expect, test } from 'vitest'
import { byWorst, groupsOf } from '#shared/report/worst.ts'
import type { Finding } from '#shared/values/report.ts'

const words = { en: 'a', es: 'b' }
const finding = (id: string, group: string, result: Finding['result'], severity: Finding['severity']): Finding => ({
  id,
  group,
  name: words,
  result,
  severity,
  endpoint: 'mx.example:25',
  summary: words,
  advice: null,
  reference: '',
  evidence: [],
  durationMs: 0,
})

const findings = [
  finding('EHL-03', 'EHL', 'pass', 'high'),
  finding('STL-01', 'STL', 'warn', 'high'),
  finding('TLS-X4', 'TLS', 'fail', 'low'),
  finding('AUT-01', 'AUT', 'fail', 'critical'),
  finding('RCH-06', 'RCH', 'indeterminate', 'low'),
]

test('problems come first, the gravest of them before the others', () => {
  expect(byWorst(findings).map(({ id }) => id)).toEqual(['AUT-01', 'TLS-X4', 'STL-01', 'RCH-06', 'EHL-03'])
})

test('groups keep the order in which they were checked', () => {
  expect(groupsOf([...findings, finding('EHL-12', 'EHL', 'info', 'info')])).toEqual(['EHL', 'STL', 'TLS', 'AUT', 'RCH'])
})
