import { expect, test } from 'vitest'
import type { SessionCheck } from '../../../../electron/engine/diagnose/check.ts'
import { sessionChecks } from '../../../../electron/engine/diagnose/checks/index.ts'
import { findingOf } from '../../../../electron/engine/diagnose/finding.ts'
import type { Observed } from '../../../../electron/engine/diagnose/observed.ts'
import { entriesOf } from '../../../fakes/entries.ts'
import {
  after,
  before,
  failureOf,
  intermediate,
  leaf,
  mx,
  numbered,
  offering,
  root,
  sessionEntries,
  sound,
  submissions,
  tls,
  ungreeted,
  unreached,
  withFault,
} from '../../../fakes/observed.ts'
import type { Case } from './cases/case.ts'
import { helloCases } from './cases/hello.ts'

const stoppedEarly: Observed = {
  ...sound,
  beforeTls: null,
  afterTls: null,
  tls: null,
  failure: failureOf('connection-lost', { stage: 'ehlo' }),
}
const plain: Observed = {
  ...sound,
  entries: numbered(entriesOf('S: 220 hi\nC: EHLO x\nS: 250 SIZE')),
  beforeTls: offering('SIZE 20000000'),
  afterTls: null,
  tls: null,
}
const onlyHelo: Observed = {
  ...plain,
  entries: numbered(entriesOf('S: 220 hi\nC: EHLO x\nS: 502 no\nC: HELO x\nS: 250 hi')),
  beforeTls: [],
}
const noHello: Observed = { ...onlyHelo, beforeTls: null, failure: failureOf('hello-refused', { stage: 'ehlo' }) }
const refusedTls: Observed = {
  ...sound,
  entries: numbered(entriesOf('S: 220 hi\nC: EHLO x\nS: 250 STARTTLS\nC: STARTTLS\nS: 454 no')),
  afterTls: null,
  tls: null,
}
const brokenTls: Observed = { ...refusedTls, failure: failureOf('tls-handshake-failed', { stage: 'tls' }) }
const implicit: Observed = {
  ...sound,
  endpoint: submissions,
  beforeTls: null,
  entries: numbered(entriesOf('* connect Connected.\n* tls TLSv1.3\nS: 220 hi\nC: EHLO x\nS: 250 AUTH PLAIN')),
}
const withTls = (detail: typeof tls, endpoint = sound.endpoint): Observed => ({ ...sound, endpoint, tls: detail })
const onMx = (observed: Observed): Observed => ({ ...observed, endpoint: mx })
const expiring = (validTo: string, validFrom = leaf.validFrom) =>
  withTls({ ...tls, chain: [{ ...leaf, validTo, validFrom }, intermediate] })
const withKey = (key: string) => withTls({ ...tls, chain: [{ ...leaf, key }, intermediate] })
const inside = (...lines: string[]): Observed => ({ ...sound, afterTls: offering(...lines) })
const detour = { session: 's0', entries: [] }

// Outcomes as `result/severity`; null where the question does not arise.
const sessionCases: readonly Case[] = [
  ['RCH-01', 'the port answers', sound, 'pass/info'],
  ['RCH-01', 'it answers slowly', { ...sound, entries: sessionEntries(4000) }, 'warn/critical'],
  ['RCH-01', 'it is closed', unreached('connection-refused'), 'fail/critical'],
  [
    'RCH-01',
    'it is closed and need not be open',
    { ...unreached('connection-refused'), endpoint: { ...sound.endpoint, isOptional: true } },
    'info/info',
  ],
  ['RCH-01', 'it was stopped by hand', unreached('stopped'), 'indeterminate/info'],
  ['RCH-01', 'DNS does not answer', unreached('dns-unavailable'), 'indeterminate/info'],
  ['RCH-02', 'nothing failed', sound, null],
  ['RCH-02', 'the host refused', unreached('connection-refused'), 'info/info'],
  ['RCH-02', 'packets are dropped', unreached('connection-timed-out'), 'info/info'],
  ['RCH-06', 'it greets at once', sound, 'pass/info'],
  ['RCH-06', 'it greets after six seconds', { ...sound, entries: sessionEntries(12, 6) }, 'warn/high'],
  ['RCH-06', 'it is silent for ten seconds', ungreeted('greeting-missing', { facts: { seconds: '10' } }), 'warn/high'],
  [
    'RCH-06',
    'it is silent for five minutes',
    ungreeted('greeting-missing', { facts: { seconds: '300' } }),
    'fail/high',
  ],
  ['RCH-06', 'it is closed', unreached('connection-refused'), 'indeterminate/info'],
  ['RCH-07', 'it is SMTP', sound, 'pass/info'],
  ['RCH-07', 'it is a web server', ungreeted('speaks-http'), 'fail/high'],
  [
    'RCH-07',
    'it speaks TLS, and only the port was named',
    { ...implicit, detour: { ...detour, failure: failureOf('speaks-tls') } },
    'info/info',
  ],
  [
    'RCH-07',
    'it speaks TLS, and the profile says otherwise',
    {
      ...implicit,
      endpoint: { ...submissions, isSecurityChosen: true },
      detour: { ...detour, failure: failureOf('speaks-tls') },
    },
    'fail/high',
  ],
  ['RCH-07', 'it is silent', ungreeted('greeting-missing'), 'indeterminate/info'],
  ['RCH-08', 'the greeting is 220', sound, 'pass/info'],
  [
    'RCH-08',
    'the greeting is 554',
    ungreeted('greeting-refused', { reply: { code: 554, enhanced: null, text: 'no' } }),
    'fail/high',
  ],
  [
    'RCH-08',
    'the greeting is 421',
    ungreeted('greeting-refused', { reply: { code: 421, enhanced: null, text: 'busy' } }),
    'warn/high',
  ],
  ['RCH-08', 'it is closed', unreached('connection-refused'), 'indeterminate/info'],
  ['EHL-03', 'EHLO is taken', sound, 'pass/info'],
  ['EHL-03', 'only HELO is', onlyHelo, 'fail/high'],
  ['EHL-03', 'neither is', noHello, 'fail/high'],
  ['EHL-03', 'the session broke off', stoppedEarly, 'indeterminate/info'],
  ['EHL-04', 'EHLO is taken', sound, null],
  ['EHL-04', 'only HELO is', onlyHelo, 'warn/medium'],
  ['EHL-04', 'neither is', noHello, 'fail/medium'],
  ['EHL-09', 'the limit is 50 MB', sound, 'pass/info'],
  ['EHL-09', 'the limit is 1 MB', inside('SIZE 1000000'), 'warn/low'],
  ['EHL-09', 'there is no limit', inside('SIZE'), 'info/info'],
  ['EHL-09', 'the limit is no number', inside('SIZE lots'), 'fail/low'],
  ['EHL-09', 'SIZE is not offered', inside('DSN'), 'info/info'],
  ['EHL-09', 'the session broke off', stoppedEarly, 'indeterminate/info'],
  ['EHL-11', 'every extension is offered', sound, 'pass/info'],
  ['EHL-11', 'one is missing', { ...sound, afterTls: after.filter(({ keyword }) => keyword !== 'DSN') }, 'warn/low'],
  [
    'EHL-11',
    '8BITMIME is missing where people submit',
    { ...sound, afterTls: after.filter(({ keyword }) => keyword !== '8BITMIME') },
    'fail/low',
  ],
  [
    'EHL-11',
    '8BITMIME is missing at an MX',
    onMx({ ...sound, afterTls: after.filter(({ keyword }) => keyword !== '8BITMIME') }),
    'warn/low',
  ],
  ['EHL-11', 'the session broke off', stoppedEarly, 'indeterminate/info'],
  ['EHL-12', 'AUTH is added inside TLS', sound, 'pass/info'],
  ['EHL-12', 'nothing changes', { ...sound, afterTls: before }, 'info/info'],
  ['EHL-12', 'something is lost', inside('AUTH PLAIN'), 'warn/medium'],
  [
    'EHL-12',
    'there is no EHLO inside TLS',
    { ...sound, afterTls: null, failure: failureOf('connection-lost') },
    'indeterminate/info',
  ],
  ['EHL-12', 'TLS came first', implicit, null],
  ['EHL-13', 'STARTTLS is gone inside TLS', sound, 'pass/info'],
  ['EHL-13', 'it is offered again', inside('STARTTLS'), 'fail/low'],
  ['EHL-13', 'there is no TLS', plain, null],
  [
    'EHL-13',
    'there is no EHLO inside TLS',
    { ...sound, afterTls: null, failure: failureOf('connection-lost') },
    'indeterminate/info',
  ],
  ['STL-01', 'STARTTLS is offered', sound, 'pass/info'],
  ['STL-01', 'it is not, where people submit', plain, 'fail/critical'],
  ['STL-01', 'it is not, at an MX', onMx(plain), 'fail/high'],
  ['STL-01', 'the greeting is late, which says nothing of TLS', ungreeted('greeting-missing'), 'indeterminate/info'],
  ['STL-01', 'TLS came first', implicit, null],
  ['STL-02', 'it works', sound, 'pass/info'],
  ['STL-02', 'the command is refused', refusedTls, 'fail/critical'],
  ['STL-02', 'the handshake fails', brokenTls, 'fail/critical'],
  [
    'STL-02',
    'it was stopped by hand',
    { ...refusedTls, failure: failureOf('stopped', { stage: 'tls' }) },
    'indeterminate/info',
  ],
  ['STL-02', 'it is not offered', plain, null],
  ['STL-07', 'nothing was slipped in', sound, 'pass/info'],
  [
    'STL-07',
    'plain bytes came with the answer',
    { ...refusedTls, failure: failureOf('starttls-injection', { stage: 'tls' }) },
    'fail/high',
  ],
  ['STL-07', 'STARTTLS was not said', plain, null],
  ['STL-12', '465 speaks TLS at once', implicit, 'pass/info'],
  ['STL-12', '465 offers STARTTLS as well', { ...implicit, afterTls: offering('STARTTLS') }, 'warn/medium'],
  ['STL-12', '465 speaks plain text', { ...plain, endpoint: { ...submissions, security: 'starttls' } }, 'fail/medium'],
  ['STL-12', '465 is closed', { ...unreached('connection-refused'), endpoint: submissions }, 'indeterminate/info'],
  ['STL-12', 'it is another port', sound, null],
  ['TLS-V1', 'TLS 1.3 was used', sound, 'pass/info'],
  ['TLS-V1', 'TLS 1.2 was used', withTls({ ...tls, version: 'TLSv1.2' }), 'warn/low'],
  ['TLS-V1', 'the handshake failed', brokenTls, 'indeterminate/info'],
  ['TLS-V1', 'there was no handshake', plain, null],
  ['TLS-V2', 'TLS 1.2 was used', withTls({ ...tls, version: 'TLSv1.2' }), 'pass/info'],
  ['TLS-V2', 'TLS 1.3 was used, which hides the answer', sound, 'indeterminate/info'],
  [
    'TLS-V2',
    'nothing new enough is spoken',
    { ...brokenTls, failure: failureOf('tls-version-unsupported', { stage: 'tls' }) },
    'fail/high',
  ],
  ['TLS-X1', 'the chain is complete', sound, 'pass/info'],
  ['TLS-X1', 'the intermediate is missing', withTls(withFault('certificate-untrusted', [leaf])), 'fail/high'],
  ['TLS-X1', 'the root is sent too', withTls({ ...tls, chain: [leaf, intermediate, root] }), 'warn/high'],
  ['TLS-X1', 'the order is wrong', withTls({ ...tls, chain: [leaf, root, intermediate] }), 'warn/high'],
  [
    'TLS-X1',
    'the certificate vouches for itself',
    withTls(withFault('certificate-self-signed', [{ ...leaf, isSelfSigned: true }])),
    null,
  ],
  ['TLS-X1', 'the handshake failed', brokenTls, 'indeterminate/info'],
  ['TLS-X2', 'it is trusted', sound, 'pass/info'],
  ['TLS-X2', 'it is self-signed, where people submit', withTls(withFault('certificate-self-signed')), 'fail/high'],
  ['TLS-X2', 'it is self-signed, at an MX', withTls(withFault('certificate-self-signed'), mx), 'warn/medium'],
  [
    'TLS-X2',
    'the profile pins it',
    withTls({ ...withFault('certificate-self-signed'), authorized: true }),
    'info/info',
  ],
  ['TLS-X2', 'the handshake failed', brokenTls, 'indeterminate/info'],
  ['TLS-X3', 'it covers the name', sound, 'pass/info'],
  ['TLS-X3', 'it covers another name', withTls(withFault('certificate-name-mismatch')), 'fail/high'],
  [
    'TLS-X3',
    'it covers no name at all',
    withTls(withFault('certificate-name-mismatch', [{ ...leaf, names: [] }])),
    'fail/high',
  ],
  ['TLS-X3', 'it covers another name, at an MX', withTls(withFault('certificate-name-mismatch'), mx), 'warn/low'],
  ['TLS-X4', 'it is valid for weeks', sound, 'pass/info'],
  [
    'TLS-X4',
    'a yearly one has twenty days left',
    expiring('2026-07-05T00:00:00.000Z', '2025-07-05T00:00:00.000Z'),
    'warn/high',
  ],
  [
    'TLS-X4',
    'one of ninety days has twenty left',
    expiring('2026-07-05T00:00:00.000Z', '2026-04-06T00:00:00.000Z'),
    'pass/info',
  ],
  [
    'TLS-X4',
    'one of ninety days has five left',
    expiring('2026-06-20T00:00:00.000Z', '2026-03-22T00:00:00.000Z'),
    'warn/high',
  ],
  ['TLS-X4', 'it has expired', expiring('2026-06-01T00:00:00.000Z'), 'fail/high'],
  ['TLS-X4', 'the handshake failed', brokenTls, 'indeterminate/info'],
  ['TLS-X5', 'it is valid already', sound, 'pass/info'],
  ['TLS-X5', 'it is not valid yet', expiring('2027-01-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z'), 'fail/high'],
  ['TLS-X6', 'the keys are strong', sound, 'pass/info'],
  ['TLS-X6', 'Ed25519 is strong', withKey('ed25519'), 'pass/info'],
  ['TLS-X6', 'RSA 1024 is weak', withKey('RSA 1024'), 'fail/high'],
  ['TLS-X6', 'a small curve is weak', withKey('EC secp224r1'), 'fail/high'],
  ['TLS-X6', 'a key of an unknown kind', withKey('sm2'), 'indeterminate/info'],
  ['AUT-01', 'no login before TLS', sound, 'pass/info'],
  ['AUT-01', 'PLAIN before TLS', { ...sound, beforeTls: offering('AUTH PLAIN') }, 'fail/high'],
  ['AUT-01', 'only SCRAM before TLS', { ...sound, beforeTls: offering('AUTH SCRAM-SHA-256') }, 'warn/high'],
  ['AUT-01', 'TLS came first', implicit, null],
  ['AUT-01', 'the session broke off', stoppedEarly, 'indeterminate/info'],
  ['AUT-02', 'there are ways to log in', sound, 'pass/info'],
  ['AUT-02', 'there is none', inside('SIZE'), 'fail/medium'],
  ['AUT-02', 'there is only LOGIN', inside('AUTH LOGIN'), 'warn/medium'],
  ['AUT-02', 'there is only the old form', inside('AUTH=PLAIN'), 'warn/medium'],
  ['AUT-02', 'there is none at an MX', onMx(inside('SIZE')), 'pass/info'],
  ['AUT-02', 'there are some at an MX', onMx(sound), 'info/info'],
  ['AUT-02', 'the session broke off', stoppedEarly, 'indeterminate/info'],
  ['AUT-16', 'nothing outdated', sound, 'pass/info'],
  ['AUT-16', 'CRAM-MD5', inside('AUTH PLAIN CRAM-MD5'), 'warn/low'],
  ['AUT-16', 'ANONYMOUS', inside('AUTH ANONYMOUS'), 'fail/low'],
  ['AUT-16', 'no login at all', inside('SIZE'), null],
]

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
  expect([new Set(ids).size, ids.filter((id) => !/^(RCH|EHL|STL|TLS|AUT)-[VX]?\d+$/.test(id))]).toEqual([
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
