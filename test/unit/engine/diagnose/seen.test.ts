import { expect, test } from 'vitest'
import { seenCases } from './cases/seen.ts'

test.each(seenCases)('%s when %s', (_id, _when, judge, outcome) => {
  const finding = judge()
  expect(finding && `${finding.result}/${finding.severity}`).toBe(outcome)
})

test('what should change comes with advice, in both languages', () => {
  const findings = seenCases.flatMap(([, , judge]) => judge() ?? [])
  const bad = findings.filter(({ result, summary, advice }) => {
    const lacksAdvice = (result === 'warn' || result === 'fail') && advice === null
    const sentences = [summary.en, summary.es, advice?.en ?? 'None.', advice?.es ?? 'No.']
    return lacksAdvice || summary.en === summary.es || sentences.some((text) => /[{}]|undefined|NaN/.test(text))
  })
  expect(bad).toEqual([])
})
