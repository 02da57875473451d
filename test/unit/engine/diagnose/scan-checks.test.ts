import { expect, test } from 'vitest'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { TlsPolicyName } from '#shared/values/tls-scan-terms.ts'
import { scanChecks } from '../../../../electron/engine/diagnose/checks/scan-checks.ts'
import { findingOf } from '../../../../electron/engine/diagnose/finding.ts'
import { levelOfSuite, tlsPolicies } from '../../../../electron/engine/diagnose/tls-policies.ts'
import { suiteOf } from '../../../../electron/engine/tls/registry/suites.ts'
import { sound } from '../../../fakes/observed.ts'
import { soundScan, withClass, withTrait, withVersion } from '../../../fakes/scanned.ts'
import { scanCases } from './cases/scanned.ts'

const judge = (id: string, scan: TlsScan, observed = sound, policy: TlsPolicyName = 'bcp-195') => {
  const check = scanChecks.find((one) => one.id === id)
  if (check === undefined) throw new Error(`There is no ${id}.`)
  const place = { endpoint: scan.endpoint, session: 's1', role: observed.endpoint.role }
  return findingOf(check, { observed, seen: { scan, session: 's2', policy } }, place)
}

test.each(scanCases.map((one) => [one[0], one[1], one] as const))(
  '%s when %s',
  (id, _when, [, , scan, outcome, observed]) => {
    const finding = judge(id, scan, observed)
    expect(finding === null ? null : `${finding.result}/${finding.severity}`).toBe(outcome)
  },
)

test('every check is seen green and red', () => {
  const outcomes = Map.groupBy(scanCases, ([id]) => id)
  const bad = scanChecks.filter(({ id }) => {
    const results = (outcomes.get(id) ?? []).map(([, , , outcome]) => outcome?.split('/')[0] ?? '')
    return !results.includes('pass') || !results.some((one) => /fail|warn|info/.test(one))
  })
  expect(bad.map(({ id }) => id)).toEqual([])
})

test('a sound server has nothing to change', () => {
  const findings = scanChecks.flatMap(({ id }) => judge(id, soundScan) ?? [])
  expect(findings.filter(({ result }) => result !== 'pass').map(({ id }) => id)).toEqual([])
})

test('every finding speaks both languages in sentences, names its rule, and says what helps', () => {
  const findings = scanCases.flatMap(([id, , scan, , observed]) => judge(id, scan, observed) ?? [])
  const bad = findings.filter(({ name, summary, advice, reference, result }) => {
    const sentences = [summary.en, summary.es, advice?.en ?? 'None.', advice?.es ?? 'No.']
    const isWrong = sentences.some((text) => !/[.?!]$/.test(text) || /[{}]|undefined|NaN|null\b/.test(text))
    const isSame = summary.en === summary.es || name.en === '' || name.es === ''
    const isHelpless = (result === 'warn' || result === 'fail') && advice === null
    return isWrong || isSame || isHelpless || !/^RFC \d+/.test(reference)
  })
  expect(bad.map(({ id, summary }) => [id, summary])).toEqual([])
})

test('evidence points into the session of the scan', () => {
  const entryOf = (scan: TlsScan, answer: readonly { readonly entry: number | null }[]) => [scan, answer[0]?.entry]
  const old = withVersion('TLSv1', 'yes')
  const export40 = withClass('export', 'TLSv1', 0x0003)
  const echo = withTrait('heartbeat', 'yes')
  const expected = [
    entryOf(
      old,
      old.versions.filter(({ version }) => version === 'TLSv1'),
    )[1],
    entryOf(
      export40,
      export40.classes.filter((one) => one.class === 'export'),
    )[1],
    entryOf(
      echo,
      echo.traits.filter(({ trait }) => trait === 'heartbeat'),
    )[1],
  ].map((entry) => [{ session: 's2', entry }])
  expect([judge('TLS-V4', old), judge('TLS-C3', export40), judge('TLS-S9', echo)].map((one) => one?.evidence)).toEqual(
    expected,
  )
})

test('what a quick scan leaves out is told as not asked', () => {
  const quick: TlsScan = { ...soundScan, profile: 'quick' }
  const skipped = scanChecks.flatMap(({ id }) => judge(id, quick) ?? []).filter(({ result }) => result === 'skipped')
  expect(skipped.map(({ id }) => id.replace('TLS-', '')).join(' ')).toBe(
    'V6 V7 V9 C9 C10 K1 K2 K3 K4 K5 S3 S4 S5 S7 S8 S9 PERF-17',
  )
})

test.each<[TlsPolicyName, string, TlsScan, string]>([
  [
    'bcp-195',
    'CBC with forward secrecy',
    withClass('pfs-cbc', 'TLSv1.2', 0xc013),
    'All that it accepts is good by BCP 195 (RFC 9325).',
  ],
  ['mozilla-intermediate', 'a sound server', soundScan, 'All that it accepts is good by Mozilla intermediate 5.7.'],
  [
    'mozilla-intermediate',
    'CBC with forward secrecy',
    withClass('pfs-cbc', 'TLSv1.2', 0xc013),
    'By Mozilla intermediate 5.7 it accepts too much: ruled out: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA.',
  ],
  ['ncsc-nl-2025', 'a sound server', soundScan, 'All that it accepts is sufficient by NCSC-NL 2025-05.'],
  [
    'ncsc-nl-2025',
    'CBC with SHA-256, and RSA alone',
    withClass('static-rsa', 'TLSv1.2', 0x009c, withClass('pfs-cbc', 'TLSv1.2', 0xc027)),
    'By NCSC-NL 2025-05 it accepts too much: ruled out: TLS_RSA_WITH_AES_128_GCM_SHA256; to be phased out: TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256.',
  ],
])('the policy %s, held against %s', (policy, _, scan, summary) => {
  expect(judge('TLS-C11', scan, sound, policy)?.summary.en).toBe(summary)
})

test('each policy knows the best suites, and none that is broken', () => {
  for (const policy of Object.values(tlsPolicies)) {
    const levels = [0x1302, 0xc030, 0x0005, 0x000a, 0x0001, 0xc018, 0x0003].map((id) =>
      levelOfSuite(policy, suiteOf(id)),
    )
    expect(levels.slice(0, 2)).not.toContain('insufficient')
    expect(new Set(levels.slice(2))).toEqual(new Set(['insufficient']))
  }
})

const attacked = ({ summary }: { summary: { en: string } }) =>
  [...summary.en.matchAll(/([A-Za-z0-9]+(?: 13)?) \(/g)].map(([, name]) => name)

test.each<[string, TlsScan, readonly string[]]>([
  ['SSL 2.0', withVersion('SSLv2', 'yes'), ['DROWN']],
  ['CBC in SSL 3.0', withClass('pfs-cbc', 'SSLv3', 0xc013, withVersion('SSLv3', 'yes')), ['POODLE']],
  ['RSA for export', withClass('export', 'TLSv1', 0x0003), ['FREAK', 'RC4']],
  ['DHE for export', withClass('export', 'TLSv1', 0x0014), ['Logjam', 'SWEET32']],
  ['a small DH', { ...soundScan, dh: [{ version: 'TLSv1.2', bits: 1024, prime: null, sha256: '' }] }, ['Logjam']],
  ['3DES', withClass('3des', 'TLSv1.2', 0x000a), ['SWEET32']],
  ['RC4', withClass('rc4', 'TLSv1.2', 0x0005), ['RC4']],
  ['compression', withTrait('compression', 'yes'), ['CRIME']],
  ['CBC in TLS 1.0', withClass('pfs-cbc', 'TLSv1', 0xc013), ['BEAST', 'Lucky 13']],
  ['CBC in TLS 1.2', withClass('pfs-cbc', 'TLSv1.2', 0xc013), ['Lucky 13']],
])('%s proves its attacks', (_, scan, names) => {
  const finding = judge('TLS-D1', scan)
  expect(finding && attacked(finding)).toEqual(names)
})
