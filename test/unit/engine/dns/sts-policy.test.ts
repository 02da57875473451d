// The record and the policy of MTA-STS (RFC 8461 §3.1, §3.2), and whose host is in it (§4.1).
import { expect, test } from 'vitest'
import { isInPolicy, readStsPolicy } from '../../../../electron/engine/dns/sts-policy.ts'
import { readStsRecord } from '../../../../electron/engine/dns/sts-record.ts'

test.each([
  [['v=STSv1; id=20260101T000000'], '20260101T000000'],
  [['v=STSv1;id=a'], 'a'],
  [['v=STSv1 ;\tid=a ; '], 'a'],
  [['v=STSv1; id=1; extra=of:later/years'], '1'],
  [['v=STSv1; extra=x; id=1; id=2'], '1'],
  [['v=spf1 -all', 'v=STSv1; id=1', 'something'], '1'],
])('%j announces a policy', (texts, id) => {
  expect(readStsRecord(texts)).toEqual({ kind: 'record', id })
})

test.each([[[]], [['v=spf1 -all']], [['v=STSv2; id=1']], [['V=STSv1; id=1']], [[' v=STSv1; id=1']], [['v=STSv1']]])(
  '%j announces nothing',
  (texts) => {
    expect(readStsRecord(texts)).toEqual({ kind: 'absent' })
  },
)

test.each([
  [['v=STSv1;'], 'it has no id'],
  [['v=STSv1; id='], '“id=” is no field'],
  [['v=STSv1; id=2026-01-01'], 'its id is not made of 1 to 32 letters and digits'],
  [[`v=STSv1; id=${'a'.repeat(33)}`], 'its id is not made of 1 to 32 letters and digits'],
  [['v=STSv1; id=1; what is this'], '“what is this” is no field'],
  [['v=STSv1; id=1;; x=1'], '“” is no field'],
  [['v=STSv1; id=1', 'v=STSv1; id=2'], 'there are several records'],
])('%j must not be used', (texts, reason) => {
  expect(readStsRecord(texts)).toEqual({ kind: 'invalid', reason })
})

const text = (...lines: readonly string[]) => lines.join('\r\n')
const enforcing = ['version: STSv1', 'mode: enforce', 'mx: MX1.example.org', 'mx: *.example.net', 'max_age: 604800']
const read = { mode: 'enforce', mx: ['mx1.example.org', '*.example.net'], maxAge: 604800 }

test.each([
  ['as the RFC shows it', text(...enforcing, ''), read],
  ['with bare line feeds', enforcing.join('\n'), read],
  ['with empty lines at the end', text(...enforcing, '', '', ''), read],
  ['in another order', text(...enforcing.toReversed()), { ...read, mx: read.mx.toReversed() }],
  [
    'without a space, with tabs, and with spaces at the end',
    text(...enforcing)
      .replaceAll(': ', ':\t')
      .replaceAll('\r', '  \r'),
    read,
  ],
  ['with keys of later years', text(...enforcing, 'x-later: a b ü'), read],
  ['with keys that stand twice', text(...enforcing, 'mode: none', 'max_age: 1', 'version: 2'), read],
  [
    'without MX, as nothing is asked',
    text('version: STSv1', 'mode: none', 'max_age: 86400'),
    { mode: 'none', mx: [], maxAge: 86400 },
  ],
  ['kept for no time', text('version: STSv1', 'mode: none', 'max_age: 0'), { mode: 'none', mx: [], maxAge: 0 }],
])('a policy is read %s', (_how, source, policy) => {
  expect(readStsPolicy(source)).toEqual({ kind: 'policy', policy })
})

const without = (key: string) => text(...enforcing.filter((line) => !line.startsWith(key)))

test.each([
  ['', 'its version is not STSv1'],
  ['<html></html>', 'line 1 is no “key: value”'],
  [text(...enforcing, '', 'x: y'), 'line 6 is no “key: value”'],
  [text('version : STSv1'), 'line 1 is no “key: value”'],
  [without('version'), 'its version is not STSv1'],
  [text('version: STSv2', ...enforcing.slice(1)), 'its version is not STSv1'],
  [without('mode'), 'its mode is none of enforce, testing and none'],
  [text(...enforcing).replace('enforce', 'Enforce'), 'its mode is none of enforce, testing and none'],
  [without('max_age'), 'its max_age is no number of seconds up to 31557600'],
  [text(...enforcing).replace('604800', '31557601'), 'its max_age is no number of seconds up to 31557600'],
  [text(...enforcing).replace('604800', '-1'), 'its max_age is no number of seconds up to 31557600'],
  [without('mx'), 'it names no MX host'],
  [text(...enforcing, 'mx: *'), '“*” is no name of an MX host'],
  [text(...enforcing, 'mx: mx.*.example'), '“mx.*.example” is no name of an MX host'],
  [text(...enforcing, 'mx: *.*.example'), '“*.*.example” is no name of an MX host'],
  [text(...enforcing, 'mx: bücher.example'), '“bücher.example” is no name of an MX host'],
])('a policy that breaks a rule is not used: %j', (source, reason) => {
  expect(readStsPolicy(source)).toEqual({ kind: 'invalid', reason })
})

test.each([
  ['mx1.example.org', true],
  ['MX1.Example.ORG.', true],
  ['mx2.example.org', false],
  ['any.example.net', true],
  ['a.b.example.net', false],
  ['example.net', false],
  ['anyexample.net', false],
  ['', false],
])('%s is in the policy: %s', (host, isIn) => {
  expect(isInPolicy(host, { mode: 'enforce', mx: ['mx1.example.org', '*.example.net'], maxAge: 1 })).toBe(isIn)
})

test('a hostile text is read as quickly as any other', () => {
  const hostile = [`${'\n'.repeat(65_000)}x`, `mx: a${' '.repeat(65_000)}\tb`, `mx:${'a '.repeat(32_000)}\t`]
  expect(hostile.map((source) => readStsPolicy(source).kind)).toEqual(['invalid', 'invalid', 'invalid'])
  expect(readStsRecord([`v=STSv1;${' '.repeat(65_000)}x`]).kind).toBe('invalid')
})
