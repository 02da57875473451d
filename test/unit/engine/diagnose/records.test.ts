// The checks of what a domain publishes: each is seen green and red, out of a DNS of one table.
import { expect, test } from 'vitest'
import { recordChecks } from '../../../../electron/engine/diagnose/checks/records/index.ts'
import { findingOf } from '../../../../electron/engine/diagnose/finding.ts'
import { gatherRecords } from '../../../../electron/engine/diagnose/records/gather.ts'
import { nobody } from '../../../../electron/engine/diagnose/records/sender.ts'
import type { Resolver } from '../../../../electron/engine/dns/index.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { dkimCases } from './record-cases/dkim.ts'
import { dmarcCases } from './record-cases/dmarc.ts'
import { fakeServers, fakeWeb } from './record-cases/fake-places.ts'
import { logoCases } from './record-cases/logo.ts'
import { mxCases } from './record-cases/mx.ts'
import { otherCases } from './record-cases/other.ts'
import { placeCases } from './record-cases/places.ts'
import type { RecordCase } from './record-cases/record-case.ts'
import { senderCases } from './record-cases/sender.ts'
import { spfCases } from './record-cases/spf.ts'

const cases: readonly RecordCase[] = [
  ...mxCases,
  ...spfCases,
  ...dmarcCases,
  ...dkimCases,
  ...senderCases,
  ...placeCases,
  ...logoCases,
  ...otherCases,
]

const otherType = (type: string) => ({ kind: 'failed' as const, reason: 'its type is another one', otherType: type })

async function judge([id, , names, , how = {}]: RecordCase) {
  const check = recordChecks.find((one) => one.id === id)
  if (check === undefined) throw new Error(`There is no check ${id}.`)
  const { domain = 'shop.example', now = new Date(), policy, policyType, sender = {}, web = {}, serials = {} } = how
  const tools = {
    resolver: fakeResolver(names),
    signal: new AbortController().signal,
    now: () => now,
    sender: { ...nobody, ...sender },
    ...fakeWeb(web),
    ...fakeServers(serials),
    ...(policyType === undefined ? {} : { fetch: async () => otherType(policyType) }),
    ...(policy === undefined ? {} : { fetch: async () => ({ kind: 'text' as const, text: policy }) }),
  }
  const records = await gatherRecords(domain, tools)
  return findingOf(check, records, { endpoint: domain, session: null, role: 'mx' })
}

test.each(cases.map((one) => ({ id: one[0], when: one[1], one })))('$id when $when', async ({ one }) => {
  const finding = await judge(one)
  expect(finding && `${finding.result}/${finding.severity}`).toBe(one[3])
})

test('every check of records is seen green and red', () => {
  const seen = (id: string, pattern: RegExp) => cases.some(([one, , , out]) => one === id && pattern.test(out ?? ''))
  const unseen = recordChecks.filter(({ id }) => !(seen(id, /^pass/) && seen(id, /^(warn|fail|info)/)))
  expect(unseen.map(({ id }) => id)).toEqual([])
})

test('every finding speaks both languages in sentences, and what should change comes with advice', async () => {
  const findings = (await Promise.all(cases.map(judge))).flatMap((finding) => finding ?? [])
  const bad = findings.filter(({ name, summary, advice, reference, result }) => {
    const sentences = [summary.en, summary.es, advice?.en ?? 'None.', advice?.es ?? 'No.']
    const isWhole = sentences.every((text) => /[.?!]$/.test(text) && !/(?<!%)\{|undefined|NaN|\[object/.test(text))
    const isSilent = (result === 'warn' || result === 'fail') && advice === null
    return (
      !isWhole ||
      isSilent ||
      summary.en === summary.es ||
      name.en === name.es ||
      !/^(RFC \d+|BIMI|draft-|MS-)/.test(reference)
    )
  })
  expect(bad).toEqual([])
})

test('where DNS gives no answer, nothing is held against the domain', async () => {
  const sound = fakeResolver()
  const resolver: Resolver = {
    ...sound,
    ask: async (question, signal) => ({ ...(await sound.ask(question, signal)), rcode: 'SERVFAIL' }),
  }
  const records = await gatherRecords('shop.example', {
    resolver,
    signal: new AbortController().signal,
    now: () => new Date(),
    ...fakeWeb({}),
  })
  const place = { endpoint: 'shop.example', session: null, role: 'mx' } as const
  const results = recordChecks.flatMap((check) => findingOf(check, records, place)?.result ?? [])
  expect([...new Set(results)].toSorted()).toEqual(['indeterminate', 'info', 'skipped'])
})
