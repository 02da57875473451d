// Whether DNS answers, and the MX records.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import type { RecordCase } from './record-case.ts'

type Mx = readonly (readonly [number, string])[]

const sound: FakeNames = {
  mx: { 'shop.example': [[10, 'mx.shop.example.']] },
  addresses: { 'mx.shop.example': ['193.0.6.139'] },
}
const naming = (mx: Mx, addresses: FakeNames['addresses'] = {}): FakeNames => ({
  mx: { 'shop.example': mx },
  addresses: { 'mx.shop.example': ['193.0.6.139'], 'b.shop.example': ['193.0.6.140'], ...addresses },
})
const living = (ttl: number): FakeNames => ({
  ...sound,
  answers: { 'shop.example MX': [{ type: 'MX', preference: 1, exchange: 'mx.shop.example', ttl } as never] },
})
const soa = {
  type: 'SOA' as const,
  primary: 'a.example',
  contact: 'b.example',
  serial: 1,
  refresh: 1,
  retry: 1,
  expire: 1,
  minimum: 1,
}
const noServer: FakeNames = { mx: { 'shop.example': [] } }
const unreadable: FakeNames = { answers: { 'shop.example MX': 'REFUSED', 'shop.example A': [] } }

export const mxCases: readonly RecordCase[] = [
  ['DNS-01', 'the resolver validates', { answers: { 'com SOA': [soa] }, authentic: 'yes' }, 'pass/info'],
  [
    'DNS-01',
    'another computer says that it validates',
    { answers: { 'com SOA': [soa] }, authentic: 'unbelieved' },
    'info/info',
  ],
  ['DNS-01', 'it does not validate', { answers: { 'com SOA': [soa] } }, 'info/info'],
  ['DNS-01', 'it does not answer', { answers: { 'com SOA': 'REFUSED' } }, 'indeterminate/info'],
  ['DNS-02', 'all is answered', sound, 'pass/info'],
  ['DNS-02', 'one question is refused', unreadable, 'warn/info'],
  ['MX-03', 'there is none', sound, 'pass/info'],
  ['MX-03', 'it stands alone', { ...naming([[0, '']], { 'shop.example': ['193.0.6.1'] }) }, 'pass/info'],
  ['MX-03', 'it says nothing new', naming([[0, '']]), 'warn/medium'],
  [
    'MX-03',
    'it stands beside another',
    naming([
      [0, '.'],
      [10, 'mx.shop.example'],
    ]),
    'fail/medium',
  ],
  ['MX-03', 'there is no MX', noServer, null],
  ['MX-03', 'DNS refuses', unreadable, 'indeterminate/info'],
  ['MX-04', 'it is a host', sound, 'pass/info'],
  [
    'MX-04',
    'it is an alias',
    { ...sound, answers: { 'mx.shop.example A': [{ type: 'CNAME', target: 'elsewhere.example' }] } },
    'fail/medium',
  ],
  ['MX-04', 'its host is unclear', { ...sound, answers: { 'mx.shop.example A': 'SERVFAIL' } }, 'indeterminate/info'],
  ['MX-04', 'there is no MX', noServer, null],
  ['MX-05', 'it is a name', sound, 'pass/info'],
  ['MX-05', 'it is an address', naming([[10, '192.0.2.1']]), 'fail/high'],
  ['MX-05', 'it has an underscore', naming([[10, 'mx_1.shop.example']]), 'warn/high'],
  ['MX-05', 'a part of it is empty', naming([[10, 'mx..example']]), 'fail/high'],
  ['MX-06', 'it has one', sound, 'pass/info'],
  [
    'MX-06',
    'one of two has none',
    naming([
      [10, 'mx.shop.example'],
      [20, 'gone.example'],
    ]),
    'warn/high',
  ],
  ['MX-06', 'none has one', naming([[10, 'gone.example']]), 'fail/critical'],
  [
    'MX-06',
    'nobody can tell',
    {
      mx: { 'shop.example': [[10, 'x.example']] },
      answers: { 'x.example A': 'SERVFAIL', 'x.example AAAA': 'SERVFAIL' },
    },
    'indeterminate/info',
  ],
  ['MX-07', 'they are', sound, 'pass/info'],
  ['MX-07', 'one is private', { ...sound, addresses: { 'mx.shop.example': ['193.0.6.139', '10.1.2.3'] } }, 'fail/high'],
  ['MX-07', 'one is of the link', { ...sound, addresses: { 'mx.shop.example': ['fe80::1'] } }, 'fail/high'],
  ['MX-07', 'one is this computer', { ...sound, addresses: { 'mx.shop.example': ['127.0.0.1'] } }, 'fail/high'],
  ['MX-07', 'no host has one', naming([[10, 'gone.example']]), null],
  [
    'MX-08',
    'they are different',
    naming([
      [10, 'mx.shop.example'],
      [20, 'b.shop.example'],
    ]),
    'pass/info',
  ],
  [
    'MX-08',
    'one is named twice',
    naming([
      [10, 'mx.shop.example'],
      [20, 'MX.shop.example.'],
    ]),
    'warn/info',
  ],
  [
    'MX-08',
    'two share an address',
    naming(
      [
        [10, 'mx.shop.example'],
        [20, 'b.shop.example'],
      ],
      { 'b.shop.example': ['193.0.6.139'] },
    ),
    'warn/info',
  ],
  [
    'MX-08',
    'all are equal',
    naming([
      [10, 'mx.shop.example'],
      [10, 'b.shop.example'],
    ]),
    'info/info',
  ],
  ['MX-08', 'there is one alone', sound, null],
  ['MX-09', 'it is an hour', living(3600), 'pass/info'],
  ['MX-09', 'it is a minute', living(60), 'warn/info'],
  ['MX-09', 'it is a month', living(2_592_000), 'warn/info'],
  ['MX-10', 'it is none', sound, 'pass/info'],
  [
    'MX-10',
    'it is one',
    { answers: { 'shop.example MX': [{ type: 'CNAME', target: 'host.example' }] } },
    'fail/medium',
  ],
]
