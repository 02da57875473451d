// How the records of a domain are gathered: with Stop, each question once, and no more than a few at a time.
import { expect, test } from 'vitest'
import { dnsAnswers } from '../../../../electron/engine/diagnose/checks/records/dns-answers.ts'
import { signedNames } from '../../../../electron/engine/diagnose/checks/records/signed-names.ts'
import { gatherRecords } from '../../../../electron/engine/diagnose/records/gather.ts'
import { systemResolver } from '../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { dnsServer } from '../../../fakes/dns-server.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { fakeServers } from './record-cases/fake-places.ts'

const now = () => new Date()

test('no question is put twice, and each is remembered with its answer', async () => {
  await using dns = await dnsServer({
    'shop.example MX': ['10 mx.shop.example'],
    'shop.example TXT': ['v=spf1 mx include:a.example include:b.example -all'],
    'a.example TXT': ['v=spf1 include:c.example ?all'],
    'b.example TXT': ['v=spf1 include:c.example ?all'],
    'c.example TXT': ['v=spf1 ip4:193.0.6.1 ?all'],
    'mx.shop.example A': ['193.0.6.1'],
    'shop.example SPF': ['00'],
  })
  const resolver = systemResolver({ servers: [dns.place] })
  const records = await gatherRecords('Shop.Example.', { resolver, signal: new AbortController().signal, now })
  const asked = dns.questions()
  expect([
    records.hosts.map(({ name }) => name),
    records.oldSpf.records.map(({ type }) => type),
    asked.filter((question, index) => asked.indexOf(question) !== index),
    records.answers.map(({ name, type }) => `${name} ${type.replace('TYPE99', 'SPF')}`).toSorted(),
  ]).toEqual([['mx.shop.example'], ['TYPE99'], [], asked.toSorted()])
})

test('few questions wait at a time', async () => {
  const resolver = fakeResolver()
  let waiting = 0
  let most = 0
  await gatherRecords('shop.example', {
    resolver: {
      ...resolver,
      async ask(question, signal) {
        waiting += 1
        most = Math.max(most, waiting)
        await new Promise((resolve) => setImmediate(resolve))
        waiting -= 1
        return resolver.ask(question, signal)
      },
    },
    signal: new AbortController().signal,
    now,
  })
  expect(most).toBe(8)
})

test('Stop ends it while DNS is silent', async () => {
  await using dns = await dnsServer({}, { udp: () => [] })
  const stop = new AbortController()
  const resolver = systemResolver({ servers: [dns.place] })
  const gathering = gatherRecords('shop.example', { resolver, signal: stop.signal, now })
  stop.abort()
  const failure = await gathering.catch((error: unknown) => failureOf(error, 'dns'))
  expect(failure).toMatchObject({ kind: 'stopped' })
})

test('signatures that do not hold are the fault of the domain', async () => {
  await using dns = await dnsServer({ 'shop.example SOA': { rcode: 2, extended: [6, ''] }, 'shop.example A': [] })
  const resolver = systemResolver({ servers: [dns.place] })
  const records = await gatherRecords('shop.example', { resolver, signal: new AbortController().signal, now })
  expect(signedNames.judge(records)).toMatchObject({ result: 'fail' })
})

test.each([
  [{ '193.0.6.1': 7 }, 'ns.example does answer'],
  [{}, 'questions got no answer'],
])('what the resolver does not answer is asked of the zone: %j', async (serials, words) => {
  const resolver = fakeResolver({
    addresses: { 'ns.example': ['193.0.6.1'] },
    answers: { 'shop.example NS': [{ type: 'NS', target: 'ns.example' }], 'shop.example MX': 'REFUSED' },
  })
  const { signal } = new AbortController()
  const records = await gatherRecords('shop.example', { resolver, signal, now, ...fakeServers(serials) })
  expect(dnsAnswers.judge(records)?.summary.en).toContain(words)
})

test('ten thousand records are read', async () => {
  const exchanges = Array.from({ length: 10_000 }, (_, index) => [10, `mx${index}.example`] as const)
  const resolver = fakeResolver({ mx: { 'shop.example': exchanges } })
  const records = await gatherRecords('shop.example', { resolver, signal: new AbortController().signal, now })
  expect([records.mx.records.length, records.hosts.length]).toEqual([10_000, 20])
})
