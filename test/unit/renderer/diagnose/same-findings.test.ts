import { expect, test } from 'vitest'
import type { Finding } from '#shared/values/report.ts'
import { sameFindings } from '../../../../renderer/diagnose/findings/same-findings.ts'

const at = (endpoint: string, summary: string): Finding => ({
  id: 'STL-01',
  group: 'STL',
  name: { en: 'STARTTLS is offered', es: 'Se ofrece STARTTLS' },
  result: 'fail',
  severity: 'high',
  endpoint,
  summary: { en: summary, es: summary },
  advice: null,
  reference: 'RFC 3207 §4',
  evidence: [],
  durationMs: 0,
})

test('what is said of several places in the same words is one', () => {
  const [one, two, other] = [at('a:25', 'It is not.'), at('b:25', 'It is not.'), at('c:25', 'It is refused.')]
  expect(sameFindings([one, other, two])).toEqual([[one, two], [other]])
})
