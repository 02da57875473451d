import { expect, test } from 'vitest'
import { togetherCatalogue } from '../../../../electron/engine/diagnose/checks/together.ts'
import type { Fleet } from '../../../../electron/engine/diagnose/fleet.ts'
import { findingsTogether } from '../../../../electron/engine/diagnose/together.ts'
import { addressFacts, around, fleetOf } from '../../../fakes/fleet.ts'

import { first, named, policy, six, togetherCases } from './cases/together.ts'

const judge = (fleet: Fleet, id: string) => findingsTogether(fleet).filter((finding) => finding.id === id)

test.each(togetherCases)('%s when %s', (id, _when, fleet, outcomes) => {
  expect(judge(fleet, id).map(({ result, severity }) => `${result}/${severity}`)).toEqual(outcomes)
})

test('every check of all places is seen green and red, or has no red by its nature', () => {
  const seen = Map.groupBy(togetherCases, ([id]) => id)
  const bad = togetherCatalogue.filter(({ check }) => {
    const outcomes = (seen.get(check.id) ?? []).flatMap(([, , , outcome]) => outcome.map((one) => one.split('/')[0]))
    return !outcomes.includes('pass') || !outcomes.some((one) => one === 'fail' || one === 'warn' || one === 'info')
  })
  expect(bad).toEqual([])
})

test('every finding of all places speaks both languages in sentences, and what should change comes with advice', () => {
  const findings = togetherCases.flatMap(([id, , fleet]) => judge(fleet, id))
  const bad = findings.filter(({ result, summary, advice, reference }) => {
    const sentences = [summary.en, summary.es, ...(advice === null ? [] : [advice.en, advice.es])]
    const isBroken = sentences.some((text) => /[{}]|undefined|NaN/.test(text) || !/[.?!]$/.test(text))
    const lacksAdvice = (result === 'warn' || result === 'fail') && advice === null
    return isBroken || lacksAdvice || summary.en === summary.es || !/^RFC \d+ §/.test(reference)
  })
  expect(bad).toEqual([])
})

test('a finding is told of the place, the host or the address that it is about', () => {
  const fleet = fleetOf([first, six], {
    around: around({ addresses: [addressFacts(named())], policy: policy('enforce', 'mx.example.com') }),
  })
  const placesOf = (id: string) => judge(fleet, id).map(({ endpoint }) => endpoint)
  expect({
    whole: placesOf('MX-12'),
    host: placesOf('RCH-04'),
    place: placesOf('STS-04'),
    address: placesOf('RCH-10'),
  }).toEqual({
    whole: ['example.com'],
    host: ['mx.example.com:25'],
    place: ['mx.example.com:25 (192.0.2.1)', 'mx.example.com:25 (2001:db8::1)'],
    address: ['mx.example.com:25 (192.0.2.1)'],
  })
})
