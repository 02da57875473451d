// Who may send.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { type RecordCase, txt } from './record-case.ts'

const spf = (text: string, more: FakeNames['answers'] = {}): FakeNames => ({
  answers: { 'shop.example TXT': [txt('google-site-verification=x'), txt(text)], ...more },
})
const named = (count: number) => Array.from({ length: count }, (_, index) => `a:h${index}.example`).join(' ')
const hosts = (count: number): FakeNames['answers'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`h${index}.example A`, [{ type: 'A', address: '193.0.6.1' }]]),
  )
const including = (text: string): FakeNames =>
  spf('v=spf1 include:_spf.host.example ~all', { '_spf.host.example TXT': [txt(text)] })
const none: FakeNames = { answers: { 'shop.example TXT': [] } }
const sound = spf('v=spf1 ip4:193.0.6.0/24 -all')
const broken: FakeNames = { answers: { 'shop.example TXT': 'SERVFAIL' } }

export const spfCases: readonly RecordCase[] = [
  ['SPF-01', 'there is one', sound, 'pass/info'],
  ['SPF-01', 'it is shouted', spf('V=SPF1 -ALL'), 'pass/info'],
  ['SPF-01', 'there is none', none, 'warn/medium'],
  ['SPF-01', 'it has quotes', spf('"v=spf1 -all"'), 'warn/medium'],
  [
    'SPF-01',
    'there are two',
    { answers: { 'shop.example TXT': [txt('v=spf1 -all'), txt('v=spf1 a ~all')] } },
    'fail/high',
  ],
  [
    'SPF-01',
    'its strings are put together',
    { answers: { 'shop.example TXT': [txt('v=sp', 'f1 -all')] } },
    'pass/info',
  ],
  ['SPF-01', 'nobody can tell', broken, 'indeterminate/info'],
  [
    'SPF-02',
    'every term is right',
    spf(
      'v=spf1 a:b.example/24//64 mx/26 ip6:2001:db8::/32 exists:%{i}.x.example ?ptr include:c.example exp=e.example ~all',
    ),
    'pass/info',
  ],
  ['SPF-02', 'a mechanism is unknown', spf('v=spf1 ipv4:192.0.2.1 -all'), 'fail/high'],
  ['SPF-02', 'a network is too small', spf('v=spf1 ip4:192.0.2.0/33 -all'), 'fail/high'],
  ['SPF-02', 'an address is a name', spf('v=spf1 ip4:mx.example -all'), 'fail/high'],
  ['SPF-02', 'an include names nothing', spf('v=spf1 include: -all'), 'fail/high'],
  ['SPF-02', 'all has an argument', spf('v=spf1 all:x.example'), 'fail/high'],
  ['SPF-02', 'there are two redirects', spf('v=spf1 redirect=a.example redirect=b.example'), 'fail/high'],
  ['SPF-02', 'something stands behind all', spf('v=spf1 ~all ip4:192.0.2.1'), 'warn/high'],
  ['SPF-02', 'all makes redirect idle', spf('v=spf1 redirect=a.example -all'), 'warn/high'],
  ['SPF-02', 'a modifier is unknown', spf('v=spf1 op=auth -all'), 'warn/high'],
  ['SPF-02', 'there is no record', none, null],
  ['SPF-03', 'it costs nothing', sound, 'pass/info'],
  ['SPF-03', 'it costs eight', spf(`v=spf1 ${named(8)} -all`, hosts(8)), 'pass/info'],
  ['SPF-03', 'it costs nine', spf(`v=spf1 ${named(9)} -all`, hosts(9)), 'warn/high'],
  ['SPF-03', 'it costs eleven', spf(`v=spf1 ${named(11)} -all`, hosts(11)), 'fail/high'],
  ['SPF-03', 'those of an include are too many', including(`v=spf1 ${named(10)} ?all`), 'fail/high'],
  ['SPF-03', 'what stands behind all costs nothing', spf(`v=spf1 -all ${named(11)}`), 'pass/info'],
  ['SPF-03', 'it leads back to itself', spf('v=spf1 include:shop.example -all'), 'fail/high'],
  [
    'SPF-03',
    'an include is unclear',
    spf('v=spf1 include:x.example -all', { 'x.example TXT': 'SERVFAIL' }),
    'indeterminate/info',
  ],
  ['SPF-04', 'its names exist', including('v=spf1 ip4:193.0.6.1 ?all'), 'pass/info'],
  ['SPF-04', 'an include is gone', spf('v=spf1 include:gone.example -all'), 'fail/high'],
  [
    'SPF-04',
    'an include has two records',
    spf('v=spf1 include:x.example -all', { 'x.example TXT': [txt('v=spf1 -all'), txt('v=spf1 ~all')] }),
    'fail/high',
  ],
  ['SPF-04', 'a host is gone', spf('v=spf1 a:gone.example -all'), 'warn/high'],
  ['SPF-04', 'three hosts are gone', spf(`v=spf1 ${named(3)} -all`), 'fail/high'],
  [
    'SPF-04',
    'mx means eleven hosts',
    {
      ...spf('v=spf1 mx -all'),
      mx: { 'shop.example': Array.from({ length: 11 }, (_, index) => [index, `m${index}.example`] as const) },
    },
    'fail/high',
  ],
  [
    'SPF-04',
    'an include is unclear',
    spf('v=spf1 include:x.example -all', { 'x.example TXT': 'REFUSED' }),
    'indeterminate/info',
  ],
  ['SPF-05', 'it ends with -all', sound, 'pass/info'],
  ['SPF-05', 'it ends with ~all', spf('v=spf1 ~all'), 'pass/info'],
  [
    'SPF-05',
    'redirect ends with -all',
    spf('v=spf1 redirect=x.example', { 'x.example TXT': [txt('v=spf1 -all')] }),
    'pass/info',
  ],
  [
    'SPF-05',
    'redirect ends with +all',
    spf('v=spf1 redirect=x.example', { 'x.example TXT': [txt('v=spf1 +all')] }),
    'fail/high',
  ],
  ['SPF-05', 'it ends with ?all', spf('v=spf1 ?all'), 'warn/high'],
  ['SPF-05', 'it ends with nothing', spf('v=spf1 ip4:193.0.6.1'), 'warn/high'],
  ['SPF-05', 'it ends with all', spf('v=spf1 all'), 'fail/high'],
  ['SPF-06', 'nothing is wrong', sound, 'pass/info'],
  ['SPF-06', 'it has ptr', spf('v=spf1 ptr -all'), 'warn/low'],
  ['SPF-06', 'it is long', spf(`v=spf1 ${'ip4:193.100.100.100 '.repeat(23)}-all`), 'warn/low'],
  [
    'SPF-06',
    'it has the old type',
    spf('v=spf1 -all', { 'shop.example TYPE99': [{ type: 'TYPE99', data: '00' }] }),
    'warn/low',
  ],
  ['SPF-06', 'a network is wide', spf('v=spf1 ip4:193.0.0.0/8 -all'), 'warn/low'],
  ['SPF-06', 'the whole internet may send', including('v=spf1 ip4:0.0.0.0/0 ?all'), 'fail/low'],
]
