// What a domain publishes, taken apart and explained: each kind of record, and the tree of SPF.
import { expect, test } from 'vitest'
import { publishedRecordSchema } from '#shared/values/published-record.ts'
import { publishedRecords } from '../../../../electron/engine/diagnose/published/index.ts'
import { gatherRecords } from '../../../../electron/engine/diagnose/records/gather.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { txt } from './record-cases/record-case.ts'

const names = {
  mx: {
    'shop.example': [
      [20, 'b.example'],
      [10, 'mx.shop.example'],
    ],
  },
  addresses: { 'mx.shop.example': ['193.0.6.139'], 'b.example': ['193.0.6.140'] },
  answers: {
    'shop.example TXT': [txt('v=spf1 mx include:_spf.host.example a:gone.example ~all ip4:192.0.2.1')],
    '_spf.host.example TXT': [txt('v=spf1 ip4:193.0.6.0/24 exists:%{i}.x.example ?all')],
    's1._domainkey.shop.example TXT': [txt('v=DKIM1; k=dsa; p=')],
    '_dmarc.shop.example TXT': [txt('v=DMARC1; p=quarantine; t=y; pct=50; x=1; oops')],
    '_mta-sts.shop.example TXT': [txt('v=STSv1; id=7')],
    '_smtp._tls.shop.example TXT': [txt('v=TLSRPTv1; rua=mailto:t@shop.example')],
    'default._bimi.shop.example TXT': [txt('v=BIMI1; l=http://a.example/l.svg')],
    'shop.example CAA': [{ type: 'CAA', isCritical: false, tag: 'issue', value: 'letsencrypt.org' }],
    '_25._tcp.mx.shop.example TLSA': [{ type: 'TLSA', usage: 3, selector: 1, matching: 1, data: 'ab' }],
  },
} as const

const gathered = () =>
  gatherRecords('shop.example', {
    resolver: fakeResolver(names),
    signal: new AbortController().signal,
    now: () => new Date(),
    fetch: async () => ({ kind: 'text', text: 'version: STSv1\nmode: enforce\nmx: *.example\nmax_age: 86400\n' }),
  })

test('every record of the domain is there, with its name and its parts', async () => {
  const records = publishedRecords(await gathered())
  expect(records.map(({ kind, name, parts }) => [kind, name, parts.map(({ text }) => text).join(' | ')])).toEqual([
    ['mx', 'shop.example', '10 | mx.shop.example'],
    ['mx', 'shop.example', '20 | b.example'],
    ['spf', 'shop.example', 'v=spf1 | mx | include:_spf.host.example | a:gone.example | ~all | ip4:192.0.2.1'],
    ['dkim', 's1._domainkey.shop.example', 'v=DKIM1 | k=dsa | p='],
    ['dmarc', '_dmarc.shop.example', 'v=DMARC1 | p=quarantine | t=y | pct=50 | x=1 | oops'],
    ['mta-sts', '_mta-sts.shop.example', 'v=STSv1 | id=7'],
    [
      'mta-sts',
      'https://mta-sts.shop.example/.well-known/mta-sts.txt',
      'version: STSv1 | mode: enforce | mx: *.example | max_age: 86400',
    ],
    ['tls-rpt', '_smtp._tls.shop.example', 'v=TLSRPTv1 | rua=mailto:t@shop.example'],
    ['dane', '_25._tcp.mx.shop.example', '3 | 1 | 1 | ab'],
    ['bimi', 'default._bimi.shop.example', 'v=BIMI1 | l=http://a.example/l.svg'],
    ['caa', 'shop.example', '0 | issue | letsencrypt.org'],
  ])
})

test('what does not work is marked', async () => {
  const records = publishedRecords(await gathered())
  expect(records.flatMap(({ parts }) => parts.flatMap(({ text, isWrong }) => (isWrong ? [text] : [])))).toEqual([
    'a:gone.example',
    'ip4:192.0.2.1',
    'k=dsa',
    'p=',
    't=y',
    'pct=50',
    'oops',
    'l=http://a.example/l.svg',
  ])
})

test('SPF is a tree, and each term has its cost with all below it', async () => {
  const spf = publishedRecords(await gathered()).find(({ kind }) => kind === 'spf')
  const below = spf?.parts.find(({ leadsTo }) => leadsTo !== null)?.leadsTo
  expect([
    spf?.lookups,
    spf?.parts.map(({ lookups }) => lookups),
    below?.name,
    below?.parts.map(({ meaning }) => meaning.en),
  ]).toEqual([
    4,
    [0, 1, 2, 1, 0, 0],
    '_spf.host.example',
    [
      'The version: this is a record of SPF.',
      'Senders at 193.0.6.0/24: may send.',
      'Senders for which %{i}.x.example has an address: may send.',
      'All others: nothing is said about them.',
    ],
  ])
})

test('every part is explained in both languages, and the whole fits the report', async () => {
  const records = publishedRecords(await gathered())
  const meanings = records.flatMap(({ parts }) => parts.map(({ meaning }) => meaning))
  expect(meanings.filter(({ en, es }) => en === es || !en.endsWith('.') || !es.endsWith('.'))).toEqual([])
  expect(records.map((record) => publishedRecordSchema.parse(record))).toEqual(records)
})

test('a record that is far too long is shown in part', async () => {
  const text = `v=spf1 ${'ip4:193.0.6.1 '.repeat(2_000)}-all`
  const resolver = fakeResolver({ answers: { 'shop.example TXT': [txt(text)] } })
  const signal = new AbortController().signal
  const [record] = publishedRecords(await gatherRecords('shop.example', { resolver, signal, now: () => new Date() }))
  expect([record?.text.length, record?.parts.length]).toEqual([4_001, 100])
})
