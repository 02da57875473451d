import { expect, test } from 'vitest'
import type { SessionCheck } from '../../../../electron/engine/diagnose/check.ts'
import { sessionChecks } from '../../../../electron/engine/diagnose/checks/index.ts'
import { findingOf } from '../../../../electron/engine/diagnose/finding.ts'
import type { Observed } from '../../../../electron/engine/diagnose/observed.ts'
import { sound } from '../../../fakes/observed.ts'
import { helloCases } from './cases/hello.ts'
import { refusedTls, sessionCases } from './cases/session.ts'

const cases = [...sessionCases, ...helloCases]

const judge = (id: string, observed: Observed) => {
  const check = checkOf(id)
  return (
    check &&
    findingOf(check, observed, { endpoint: 'smtp.example.com:587', session: 's1', role: observed.endpoint.role })
  )
}
const checkOf = (id: string): SessionCheck | undefined => sessionChecks.find((check) => check.id === id)

test.each(cases)('%s when %s', (id, _when, observed, outcome) => {
  const finding = judge(id, observed)
  expect(finding === null || finding === undefined ? null : `${finding.result}/${finding.severity}`).toBe(outcome)
})

test('every check is seen green and red, or has no red by its nature', () => {
  const outcomes = Map.groupBy(cases, ([id]) => id)
  const seen = sessionChecks.map(
    ({ id }) => [id, (outcomes.get(id) ?? []).map(([, , , outcome]) => outcome?.split('/')[0] ?? 'null')] as const,
  )
  const bad = seen.filter(
    ([, results]) =>
      !results.some((one) => one === 'pass' || one === 'null') || !results.some((one) => /fail|warn|info/.test(one)),
  )
  expect(bad).toEqual([])
})

test('ids are those of the catalogue, each once', () => {
  const ids = sessionChecks.map(({ id }) => id)
  expect([new Set(ids).size, ids.filter((id) => !/^(RCH|EHL|STL|TLS|AUT|PERF)-[VX]?\d+$/.test(id))]).toEqual([
    ids.length,
    [],
  ])
})

test('every finding speaks both languages in sentences and names its rule', () => {
  const findings = cases.flatMap(([id, , observed]) => judge(id, observed) ?? [])
  const bad = findings.filter(({ name, summary, advice, reference }) => {
    const sentences = [summary.en, summary.es, advice?.en ?? 'None.', advice?.es ?? 'No.']
    const isCut = sentences.some((text) => text.trim() === '' || /[{}]|undefined|NaN/.test(text))
    const isEnded = sentences.every((text) => /[.?!]$/.test(text) || /^The server|^El servidor/.test(text))
    return (
      isCut || !isEnded || summary.en === summary.es || name.en === '' || name.es === '' || !/^RFC \d+/.test(reference)
    )
  })
  expect(bad).toEqual([])
})

test('what should change comes with advice', () => {
  const findings = cases.flatMap(([id, , observed]) => judge(id, observed) ?? [])
  expect(findings.filter(({ result, advice }) => (result === 'warn' || result === 'fail') && advice === null)).toEqual(
    [],
  )
})

test('evidence points at the entries that show it', () => {
  const evidenceOf = (id: string, observed = sound) =>
    judge(id, observed)?.evidence.map(({ entry }) => observed.entries[entry]?.text)
  expect({
    greeting: evidenceOf('RCH-08'),
    starttls: evidenceOf('STL-01'),
    tls: evidenceOf('TLS-V1'),
    size: evidenceOf('EHL-09'),
    auth: evidenceOf('AUT-02'),
    works: evidenceOf('STL-02'),
    refused: evidenceOf('STL-02', refusedTls),
  }).toEqual({
    greeting: ['220 smtp.example.com ESMTP'],
    starttls: ['250 STARTTLS'],
    tls: ['TLSv1.3'],
    size: ['250-SIZE 50000000'],
    auth: ['250 AUTH PLAIN SCRAM-SHA-256'],
    works: ['STARTTLS', '220 Go ahead', 'TLSv1.3'],
    refused: ['STARTTLS', '454 no'],
  })
})

test('a check that throws becomes a finding that could not be judged', () => {
  const broken: SessionCheck = {
    id: 'EHL-99',
    name: { en: 'Broken', es: 'Roto' },
    severity: 'low',
    reference: 'RFC 5321',
    judge() {
      throw new Error('no luck')
    },
  }
  expect(findingOf(broken, sound, { endpoint: 'x:25', session: 's1', role: 'mx' })).toMatchObject({
    result: 'indeterminate',
    severity: 'info',
    summary: { en: 'This could not be checked: no luck.' },
  })
})
