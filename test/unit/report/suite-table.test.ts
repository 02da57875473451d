import { expect, test } from 'vitest'
import { suiteTable } from '#shared/report/suite-table.ts'
import type { SuiteList } from '#shared/values/tls-scan.ts'
import { suites } from '../../fakes/scanned.ts'

const list = (version: SuiteList['version'], ids: readonly number[]): SuiteList => ({
  version,
  order: 'server',
  yieldsToChacha: null,
  isComplete: true,
  suites: suites(...ids),
})

test('suites have their place in each version, the newest version first, the weaker suites last', () => {
  const { lists, rows } = suiteTable([
    list('TLSv1', [0x0005, 0xc013]),
    list('TLSv1.2', [0xc02f, 0xc013]),
    list('TLSv1.3', [0x1301]),
  ])
  expect(lists.map(({ version }) => version)).toEqual(['TLSv1.3', 'TLSv1.2', 'TLSv1'])
  expect(rows.map(({ suite, places }) => [suite.name, places])).toEqual([
    ['TLS_AES_128_GCM_SHA256', [1, null, null]],
    ['TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256', [null, 1, null]],
    ['TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA', [null, 2, 2]],
    ['TLS_RSA_WITH_RC4_128_SHA', [null, null, 1]],
  ])
})
