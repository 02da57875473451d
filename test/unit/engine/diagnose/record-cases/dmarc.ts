// What receivers do with mail that is forged in the name of the domain.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import { type RecordCase, txt } from './record-case.ts'

const dmarc = (...texts: readonly string[]): FakeNames => ({
  answers: { '_dmarc.shop.example TXT': texts.map((text) => txt(text)) },
})
const above = (text: string): FakeNames => ({ answers: { '_dmarc.example TXT': [txt(text)] } })
const reporting = (address: string, more: FakeNames = {}): FakeNames => ({
  ...more,
  answers: { ...dmarc(`v=DMARC1; p=reject; rua=${address}`).answers, ...more.answers },
})
const takesMail: FakeNames = { mx: { 'shop.example': [[10, 'mx.shop.example']] } }
const elsewhere: FakeNames = { mx: { 'reports.test': [[10, 'mx.reports.test']] } }
const agreed: FakeNames = {
  ...elsewhere,
  answers: { 'shop.example._report._dmarc.reports.test TXT': [txt('v=DMARC1')] },
}
const unanswered: FakeNames = { answers: { '_dmarc.shop.example TXT': 'SERVFAIL' } }
const sound = dmarc('v=DMARC1; p=reject; rua=mailto:d@shop.example')

export const dmarcCases: readonly RecordCase[] = [
  ['DMA-01', 'it has one', sound, 'pass/info'],
  ['DMA-01', 'its organisation has one', sound, 'info/info', { domain: 'news.shop.example' }],
  [
    'DMA-01',
    'one above it has one that the list of suffixes does not lead to',
    above('v=DMARC1; p=reject'),
    'warn/medium',
  ],
  [
    'DMA-01',
    'the record is of a suffix of the public',
    { answers: { '_dmarc.co.uk TXT': [txt('v=DMARC1; p=reject; psd=y')] } },
    'warn/medium',
    { domain: 'shop.co.uk' },
  ],
  ['DMA-01', 'there is none', {}, 'fail/high'],
  ['DMA-01', 'there are two', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'), 'fail/high'],
  ['DMA-01', 'nobody can tell', unanswered, 'indeterminate/info'],
  ['DMA-02', 'all is right', sound, 'pass/info'],
  ['DMA-02', 'tags are unknown', dmarc('v=DMARC1; p=reject; x=y'), 'pass/info'],
  ['DMA-02', 'there are two', dmarc('v=DMARC1; p=none', 'v=DMARC1; p=reject'), 'fail/high'],
  ['DMA-02', 'the version is wrong', dmarc('v=dmarc1; p=reject'), 'fail/high'],
  ['DMA-02', 'the policy is wrong', dmarc('v=DMARC1; p=rejected'), 'fail/high'],
  ['DMA-02', 'a tag has no value', dmarc('v=DMARC1; p=reject; rua'), 'warn/high'],
  ['DMA-02', 'a tag stands twice', dmarc('v=DMARC1; p=reject; p=none'), 'warn/high'],
  ['DMA-02', 'it has pct', dmarc('v=DMARC1; p=reject; pct=100'), 'warn/high'],
  ['DMA-02', 'p is not second', dmarc('v=DMARC1; sp=none; p=reject'), 'warn/high'],
  ['DMA-02', 'there is none', {}, null],
  ['DMA-03', 'it rejects', sound, 'pass/info'],
  ['DMA-03', 'it sets aside', dmarc('v=DMARC1; p=quarantine'), 'pass/info'],
  ['DMA-03', 'it watches', dmarc('v=DMARC1; p=none'), 'warn/medium'],
  ['DMA-03', 'it tries to set aside', dmarc('v=DMARC1; p=quarantine; t=y'), 'warn/medium'],
  ['DMA-03', 'it tries to reject', dmarc('v=DMARC1; p=reject; t=y'), 'pass/info'],
  ['DMA-03', 'names below it are free', dmarc('v=DMARC1; p=reject; sp=none'), 'warn/medium'],
  ['DMA-03', 'names that do not exist are free', dmarc('v=DMARC1; p=reject; np=none'), 'warn/medium'],
  ['DMA-03', 'the one above rejects', above('v=DMARC1; p=none; sp=reject'), 'pass/info'],
  ['DMA-03', 'the one above is milder below', above('v=DMARC1; p=reject; sp=none'), 'warn/medium'],
  ['DMA-03', 'it has nothing', dmarc('v=DMARC1'), 'fail/medium'],
  ['DMA-04', 'they go to itself', reporting('mailto:d@shop.example!10m', takesMail), 'pass/info'],
  ['DMA-04', 'another domain agreed', reporting('mailto:d@reports.test', agreed), 'pass/info'],
  ['DMA-04', 'another domain did not agree', reporting('mailto:d@reports.test', elsewhere), 'fail/medium'],
  ['DMA-04', 'no server takes them', reporting('mailto:d@gone.test'), 'fail/medium'],
  ['DMA-04', 'it is no address', reporting('d@shop.example', takesMail), 'fail/medium'],
  ['DMA-04', 'nobody gets them', dmarc('v=DMARC1; p=reject'), 'warn/medium'],
  [
    'DMA-04',
    'nobody can tell',
    reporting('mailto:d@reports.test', {
      ...elsewhere,
      answers: { 'shop.example._report._dmarc.reports.test TXT': 'SERVFAIL' },
    }),
    'indeterminate/info',
  ],
]
