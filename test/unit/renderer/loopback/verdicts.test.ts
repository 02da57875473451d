import { expect, test } from 'vitest'
import type { Finding } from '#shared/values/report.ts'
import { verdictsOf } from '../../../../renderer/loopback/verify/verdicts.ts'

const finding = (text: string): Finding => {
  const [id = '', result = ''] = text.split(' ')
  const words = { en: id, es: id }
  return {
    id,
    group: id.slice(0, 3),
    name: words,
    result: result as Finding['result'],
    severity: 'info',
    endpoint: 'shop.example',
    summary: words,
    advice: null,
    reference: 'RFC 9989',
    evidence: [],
    durationMs: 0,
  }
}
const told = (...texts: readonly string[]) => {
  const { proof, shown, others } = verdictsOf({ checks: texts.map(finding) })
  return [proof?.result ?? null, shown.map(({ id }) => id).join(' '), others]
}

test.each([
  [
    'all is well',
    ['SPF-01 pass', 'SPF-07 pass', 'DKI-04 pass', 'DMA-01 pass', 'DMA-02 pass', 'DMA-03 pass', 'DMA-05 pass'],
    ['pass', 'DMA-05 SPF-07 DKI-04 DMA-03', 0],
  ],
  [
    'there is no policy',
    ['SPF-07 skipped', 'DKI-04 fail', 'DMA-01 fail', 'DMA-03 skipped', 'DMA-05 warn'],
    ['warn', 'DMA-05 SPF-07 DKI-04 DMA-01', 0],
  ],
  [
    'the domain has other faults',
    ['SPF-02 fail', 'SPF-07 pass', 'DKI-04 pass', 'DMA-02 warn', 'DMA-03 warn', 'DMA-05 pass'],
    ['pass', 'DMA-05 SPF-07 DKI-04 DMA-02', 2],
  ],
  ['nothing was asked', [], [null, '', 0]],
])('when %s, what is said about the mail comes first and the rest is counted', (_when, checks, expected) => {
  expect(told(...checks)).toEqual(expected)
})
