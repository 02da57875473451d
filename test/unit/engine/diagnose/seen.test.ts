import { expect, test } from 'vitest'
import { seenCases } from './cases/seen.ts'

test.each(seenCases)('%s when %s', (_id, _when, judge, outcome) => {
  const finding = judge()
  expect(finding && `${finding.result}/${finding.severity}`).toBe(outcome)
})

test('of greylisting it is told what became of the second try', () => {
  const told = seenCases.flatMap(([id, when, judge]) => {
    const summary = id === 'POL-08' ? judge()?.summary.en : undefined
    return summary === undefined ? [] : [[when, summary.split('(greylisting). ').at(-1)]]
  })
  expect(Object.fromEntries(told)).toEqual({
    'nobody is put off': 'They are not.',
    'a second try was not wanted': 'Whether a second try is taken was not asked.',
    'a second try is taken': 'A second try 60 s later is taken.',
    'a second try is put off too': '60 s later it still is.',
    'nothing is said to a second try': '60 s later: To “RCPT” the server said nothing.',
    'nobody answers to a second try': '60 s later the server could not be talked to.',
  })
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
