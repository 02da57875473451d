// TLS-RPT, MTA-STS, CAA and DNSSEC.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { type RecordCase, txt } from './record-case.ts'

const at = (name: string, ...texts: readonly string[]): FakeNames => ({
  answers: { [`${name} TXT`]: texts.map((text) => txt(text)) },
})
const rpt = (...texts: readonly string[]) => at('_smtp._tls.shop.example', ...texts)
const sts = (...texts: readonly string[]) => at('_mta-sts.shop.example', ...texts)
const announced = sts('v=STSv1; id=1')
const policy = (mode: string, age = 604800, ...more: readonly string[]) => ({
  policy: [
    'version: STSv1',
    `mode: ${mode}`,
    ...['mx.shop.example', ...more].map((mx) => `mx: ${mx}`),
    `max_age: ${age}`,
    '',
  ].join('\n'),
})
const promising = (...hosts: readonly string[]): FakeNames => ({
  ...announced,
  mx: { 'shop.example': hosts.map((host) => [10, host] as const) },
})
const housed = (isSigned: (name: string) => boolean): FakeNames => ({
  ...promising('mx.host.example'),
  addresses: { 'mx.host.example': ['193.0.6.1'], 'mta-sts.shop.example': ['193.0.6.2'] },
  authentic: isSigned,
})
const caa = (...values: readonly string[]): FakeNames => ({
  mx: { 'shop.example': [[10, 'mx.shop.example']] },
  addresses: { 'mx.shop.example': ['193.0.6.1'] },
  answers: {
    'shop.example CAA': values.map((value) => ({ type: 'CAA' as const, isCritical: false, tag: 'issue', value })),
  },
})
const now = new Date('2026-06-01T00:00:00Z')
const signed = (days: number, algorithm = 13): FakeNames => ({
  answers: {
    'shop.example SOA': [
      {
        type: 'RRSIG',
        covers: 'SOA',
        algorithm,
        begins: 0,
        expires: now.getTime() / 1000 + days * 86_400,
        keyTag: 1,
        signer: 'shop.example',
      },
    ],
  },
})
const none: FakeNames = { answers: { 'shop.example TXT': [] } }

export const otherCases: readonly RecordCase[] = [
  ['TRP-01', 'there is one', rpt('v=TLSRPTv1; rua=mailto:t@shop.example,https://t.example/x'), 'pass/info'],
  ['TRP-01', 'there is none', none, 'warn/low'],
  [
    'TRP-01',
    'there are two',
    rpt('v=TLSRPTv1; rua=mailto:a@b.example', 'v=TLSRPTv1; rua=mailto:c@b.example'),
    'fail/low',
  ],
  ['TRP-01', 'it leads nowhere', rpt('v=TLSRPTv1; rua=t@shop.example'), 'fail/low'],
  ['TRP-01', 'nobody can tell', { answers: { '_smtp._tls.shop.example TXT': 'SERVFAIL' } }, 'indeterminate/info'],
  ['STS-01', 'there is one', announced, 'pass/info', policy('enforce')],
  ['STS-01', 'there is none', none, 'warn/medium'],
  ['STS-01', 'there are two', sts('v=STSv1; id=1', 'v=STSv1; id=2'), 'fail/medium'],
  ['STS-01', 'its id is broken', sts('v=STSv1; id=a-b'), 'fail/medium'],
  ['STS-01', 'nobody can tell', { answers: { '_mta-sts.shop.example TXT': 'SERVFAIL' } }, 'indeterminate/info'],
  ['STS-02', 'it is there', announced, 'pass/info', policy('enforce')],
  ['STS-02', 'its host does not exist', announced, 'fail/high'],
  ['STS-02', 'it is a page', announced, 'warn/high', { policyType: 'text/html' }],
  ['STS-02', 'its type is not told', announced, 'warn/high', { policyType: '' }],
  ['STS-02', 'none is announced', none, null],
  ['STS-03', 'it is in force', announced, 'pass/info', policy('enforce')],
  ['STS-03', 'it is tried', announced, 'warn/medium', policy('testing')],
  ['STS-03', 'it is short', announced, 'warn/medium', policy('enforce', 3600)],
  ['STS-03', 'it is too long', announced, 'fail/medium', policy('enforce', 99999999)],
  ['STS-04', 'it names each', promising('mx.shop.example'), 'pass/info', policy('enforce')],
  ['STS-04', 'it does not name one', promising('mx.shop.example', 'b.example'), 'fail/critical', policy('enforce')],
  ['STS-04', 'it does not name one in a test', promising('b.example'), 'warn/medium', policy('testing')],
  [
    'STS-04',
    'a line is unused',
    promising('mx.shop.example'),
    'warn/medium',
    policy('enforce', 604800, '*.old.example'),
  ],
  [
    'STS-04',
    'a line is for several',
    promising('mx.shop.example', 'b.in.example'),
    'pass/info',
    policy('enforce', 604800, '*.in.example'),
  ],
  ['STS-04', 'the policy asks for nothing', promising('b.example'), null, policy('none')],
  ['STS-04', 'there is no policy', none, null],
  [
    'STS-04',
    'the servers are not known',
    { answers: { ...announced.answers, 'shop.example MX': 'SERVFAIL' } },
    'indeterminate/info',
    policy('enforce'),
  ],
  ['CAA-01', 'one may', caa('letsencrypt.org; accounturi=x'), 'pass/info'],
  ['CAA-01', 'nobody may', caa(';'), 'warn/info'],
  ['CAA-01', 'all may', caa(), 'info/info'],
  ['CAA-01', 'there is no mail host', none, null],
  ['SEC-01', 'they are', { ...none, authentic: 'yes' }, 'pass/info'],
  ['SEC-01', 'all of them are', housed(() => true), 'pass/info'],
  ['SEC-01', 'a mail host is not', housed((name) => name !== 'mx.host.example'), 'warn/low'],
  ['SEC-01', 'the host of the policy is not', housed((name) => name !== 'mta-sts.shop.example'), 'warn/low'],
  ['SEC-01', 'only others are', { ...none, authentic: (name) => name === 'com' }, 'warn/low'],
  ['SEC-01', 'the resolver does not vouch', none, 'indeterminate/info'],
  ['SEC-02', 'they are', signed(10), 'pass/info', { now }],
  ['SEC-02', 'they end soon', signed(2), 'warn/medium', { now }],
  ['SEC-02', 'they have ended', signed(-1), 'fail/medium', { now }],
  ['SEC-02', 'they are of an old kind', signed(10, 7), 'warn/medium', { now }],
  ['SEC-02', 'there are none', none, null],
]
