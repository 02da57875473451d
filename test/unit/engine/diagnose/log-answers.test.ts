// The answers of DNS are evidence: they stand in the log, and findings point at them.
import { expect, test } from 'vitest'
import { recordFindings, withRecords } from '../../../../electron/engine/diagnose/domain-findings.ts'
import type { Entry } from '../../../../shared/values/transcript.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { fakeServers, fakeWeb } from './record-cases/fake-places.ts'
import { txt } from './record-cases/record-case.ts'

test('findings about records point at the answers of DNS in the log', async () => {
  const entries: Entry[] = []
  const resolver = fakeResolver({
    answers: { 'shop.example TXT': [txt('v=spf1 -all')], '_dmarc.shop.example TXT': 'SERVFAIL' },
  })
  const observed = await withRecords(
    { domain: 'shop.example', route: null, failure: null },
    {
      resolver,
      signal: new AbortController().signal,
      now: () => new Date(),
      wanted: () => true,
      recorder: { begin: () => ({ id: 'dns', add: (entry) => entries.push(entry), end: () => {} }) },
      onSession: () => {},
      ...fakeWeb({}),
      ...fakeServers({}),
    },
  )
  const textsFor = (id: string) =>
    recordFindings(observed)
      .filter((finding) => finding.id === id)
      .flatMap(({ evidence }) => evidence.map(({ entry }) => entries[entry]?.text))
  expect([textsFor('SPF-01'), textsFor('DMA-01').toSorted()[0], textsFor('TRP-01')]).toEqual([
    ['TXT shop.example: v=spf1 -all (TTL 300)', 'TYPE99 shop.example: no such record.'],
    'DNS at 192.0.2.53 was asked for TXT of _dmarc.shop.example: SERVFAIL.',
    ['TXT _smtp._tls.shop.example: no such name.'],
  ])
})
