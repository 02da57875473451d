// Every check of the catalogue is seen to fail and to pass by some table of cases: what was never red may not work at all.
import { expect, test } from 'vitest'
import { catalogue } from '../../../../electron/engine/diagnose/catalogue.ts'
import { loginRuleCases } from '../../../integration/diagnose/cases/login-rules.ts'
import { loginCases } from '../../../integration/diagnose/cases/logins.ts'
import { malformedCases } from '../../../integration/diagnose/cases/malformed.ts'
import { mannersCases } from '../../../integration/diagnose/cases/manners.ts'
import { recipientCases } from '../../../integration/diagnose/cases/recipients.ts'
import { robustnessCases } from '../../../integration/diagnose/cases/robustness.ts'
import { roundTripCases } from '../../../integration/diagnose/cases/round-trip.ts'
import { scenarioCases } from '../../../integration/diagnose/cases/scenarios.ts'
import { starttlsCases } from '../../../integration/diagnose/cases/starttls.ts'
import { domainCases } from './cases/domain.ts'
import { helloCases } from './cases/hello.ts'
import { scanCases } from './cases/scanned.ts'
import { seenCases } from './cases/seen.ts'
import { sessionCases } from './cases/session.ts'
import { togetherCases } from './cases/together.ts'
import { dkimCases } from './record-cases/dkim.ts'
import { dmarcCases } from './record-cases/dmarc.ts'
import { logoCases } from './record-cases/logo.ts'
import { mxCases } from './record-cases/mx.ts'
import { otherCases } from './record-cases/other.ts'
import { placeCases } from './record-cases/places.ts'
import { senderCases } from './record-cases/sender.ts'
import { spfCases } from './record-cases/spf.ts'

const scenarioRows = scenarioCases.flatMap(([scenario, expected]) =>
  Object.entries(expected).map(([id, outcome]) => [id, scenario, null, outcome] as const),
)

const tables: readonly (readonly (readonly [id: string, when: string, ...unknown[]])[])[] = [
  ...[domainCases, sessionCases, helloCases, scanCases, togetherCases, seenCases],
  ...[mxCases, spfCases, dmarcCases, dkimCases, senderCases, placeCases, otherCases, logoCases],
  ...[starttlsCases, mannersCases, loginRuleCases, loginCases, recipientCases, robustnessCases, malformedCases],
  ...[roundTripCases, scenarioRows],
]

/** The outcome stands fourth: `fail/high`, `fail`, or several of them. */
const outcomes = Map.groupBy(
  tables.flat().map(([id, , , outcome]) => ({ id, outcome: String(outcome) })),
  ({ id }) => id,
)
const isSeen = (id: string, pattern: RegExp) => (outcomes.get(id) ?? []).some(({ outcome }) => pattern.test(outcome))

/** By their nature these only tell; they have no fault to find. */
const telling: ReadonlySet<string> = new Set([
  ...['MX-02', 'DNS-01', 'DKI-01', 'RCH-02', 'RCH-05', 'AUT-08', 'POL-05'],
  ...['TLS-C11', 'TLS-K4', 'TLS-X9', 'TLS-S4', 'TLS-S6', 'PERF-17'],
])
/** By their nature these arise only where something is wrong. */
const silentWhereSound: ReadonlySet<string> = new Set(['RCH-02', 'EHL-04'])

test('every check of the catalogue has a case in which it fails or warns', () => {
  const ids = catalogue.map(({ check }) => check.id)
  expect(ids.filter((id) => !isSeen(id, telling.has(id) ? /^info/ : /^(fail|warn)/))).toEqual([])
})

test('every check of the catalogue has a case in which it passes', () => {
  const ids = catalogue.map(({ check }) => check.id)
  expect(ids.filter((id) => !isSeen(id, silentWhereSound.has(id) ? /^null/ : /^pass/))).toEqual([])
})

test('every case is of a check of the catalogue', () => {
  const known = new Set<string>(catalogue.map(({ check }) => check.id))
  expect([...outcomes.keys()].filter((id) => !known.has(id))).toEqual([])
})
