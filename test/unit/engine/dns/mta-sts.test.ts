// Finding a policy: by its record, by HTTPS, and out of what was kept (RFC 8461 §3.3, §5.1).
import { beforeAll, expect, it, test } from 'vitest'
import { fetchPolicy } from '../../../../electron/engine/dns/fetch-policy.ts'
import { fetchText } from '../../../../electron/engine/dns/fetch-text.ts'
import { createPolicyCache, findStsPolicy, mostPolicies } from '../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import type { KeptPolicy, StsPolicy } from '../../../../shared/values/mta-sts.ts'
import { daysFromNow, type Issued, issue } from '../../../fakes/certificates.ts'
import { policyServer, policyText } from '../../../fakes/policy-server.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'

const host = 'mta-sts.shop.example'
const { signal } = new AbortController()
let authority: Issued
let good: Issued
beforeAll(async () => {
  authority = await issue({ name: 'Authority', isAuthority: true })
  good = await issue({ name: 'web', names: [host], issuer: authority })
})

const resolverWith = (...texts: readonly string[]) =>
  fakeResolver({
    addresses: { [host]: ['127.0.0.1'] },
    answers: {
      '_mta-sts.shop.example TXT': texts.map((text) => ({ type: 'TXT' as const, text, strings: [text] })),
    },
  })

const toolsFor = (port: number) => ({
  resolver: resolverWith('v=STSv1; id=1'),
  signal,
  port,
  authorities: authority.certificate,
})

const text = policyText('enforce', 'mx.shop.example')
const policy: StsPolicy = { mode: 'enforce', mx: ['mx.shop.example'], maxAge: 604800 }

it('fetches the policy from its one place, asking as anybody would', async () => {
  await using server = await policyServer(good, text)
  expect([await fetchPolicy('shop.example', toolsFor(server.port)), server.asked]).toEqual([
    { kind: 'text', text },
    [`GET ${host} /.well-known/mta-sts.txt`],
  ])
})

type Answer = Parameters<typeof policyServer>[1]
const html: Answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(text)
const untold: Answer = (_request, response) => response.writeHead(200).end(text)
const moved: Answer = (_request, response) => response.writeHead(301, { location: '/elsewhere' }).end(text)
const missing: Answer = (_request, response) => response.writeHead(404, { 'content-type': 'text/plain' }).end(text)
const huge: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' })
  response.end(Buffer.alloc(64 * 1024 + 1, 'x'))
}
const cutOff: Answer = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 1000 })
  response.write('version: STSv1', () => response.destroy())
}

test.each<[string, Answer, string, string?]>([
  ['another type', html, 'its type is text/html, and must be text/plain', 'text/html'],
  ['no type', untold, 'its type is not told, and must be text/plain', ''],
  ['a redirect', moved, 'it answers 301, and redirects are not followed'],
  ['nothing there', missing, 'it answers 404'],
  ['too much', huge, 'it is larger than 64 KiB'],
  ['half of it', cutOff, 'aborted (ECONNRESET)'],
])('a policy is not taken: %s', async (_what, answer, reason, otherType) => {
  await using server = await policyServer(good, answer)
  const fetched = await fetchPolicy('shop.example', toolsFor(server.port))
  expect(fetched).toEqual({ kind: 'failed', reason, otherType })
})

test.each<[string, () => Promise<Issued>, RegExp]>([
  [
    'has expired',
    () =>
      issue({ name: 'web', names: [host], issuer: authority, validTo: daysFromNow(-1), validFrom: daysFromNow(-9) }),
    /^The certificate was valid until/,
  ],
  [
    'is for another name',
    () => issue({ name: 'web', names: ['shop.example'], issuer: authority }),
    /does not cover mta-sts\.shop\.example/,
  ],
  ['has its name in the subject alone', () => issue({ name: host, issuer: authority }), /does not cover/],
  ['signed itself', () => issue({ name: 'web', names: [host] }), /signed by itself/],
])('a policy is not taken from a server whose certificate %s', async (_how, makeCertificate, reason) => {
  await using server = await policyServer(await makeCertificate(), text)
  expect(await fetchPolicy('shop.example', toolsFor(server.port))).toEqual({
    kind: 'failed',
    reason: expect.stringMatching(reason),
  })
})

it('a file may be of any type, at a port that is told, and be limited in its size', async () => {
  await using server = await policyServer(good, html)
  const tools = { ...toolsFor(server.port), port: 1 }
  const place = { host, path: '/l.svg', types: [], port: server.port }
  expect([await fetchText(place, tools), await fetchText({ ...place, most: 8 * text.length }, tools)]).toEqual([
    { kind: 'text', text },
    { kind: 'text', text },
  ])
  expect(await fetchText({ ...place, most: 1 }, tools)).toMatchObject({ kind: 'failed' })
})

it('a server that is not there, or a host without address, is told', async () => {
  const server = await policyServer(good, text)
  await server[Symbol.asyncDispose]()
  const nowhere = { ...toolsFor(server.port), resolver: fakeResolver() }
  expect([
    await fetchPolicy('shop.example', toolsFor(server.port)),
    await fetchPolicy('shop.example', nowhere),
  ]).toEqual([
    { kind: 'failed', reason: expect.stringMatching(/ECONNREFUSED/) },
    { kind: 'failed', reason: `There is no host named ${host}` },
  ])
})

it('a silent server is left after a while, and at once by Stop', async () => {
  const controller = new AbortController()
  await using silent = await policyServer(good, () => {})
  await using stopping = await policyServer(good, () => controller.abort())
  const left = await fetchPolicy('shop.example', { ...toolsFor(silent.port), milliseconds: 200 })
  const stopped = await fetchPolicy('shop.example', { ...toolsFor(stopping.port), signal: controller.signal }).catch(
    (error: unknown) => failureOf(error, 'input'),
  )
  expect([left, stopped]).toMatchObject([
    { kind: 'failed', reason: 'no answer within 0.2 seconds' },
    { kind: 'stopped', stage: 'dns' },
  ])
})

it('a policy that was fetched is kept by its id, as long as it says', async () => {
  await using server = await policyServer(good, text)
  const cache = createPolicyCache()
  let time = 1_000_000
  const find = (record: string) =>
    findStsPolicy('Shop.Example', {
      ...toolsFor(server.port),
      resolver: resolverWith(record),
      cache,
      now: () => time,
    })
  const found = { kind: 'policy', policy, isKept: false, trouble: null }
  const first = await find('v=STSv1; id=1')
  const again = await find('v=STSv1; id=1')
  const newer = await find('v=STSv1; id=2')
  time += policy.maxAge * 1000
  const expired = await find('v=STSv1; id=2')
  expect([first, again, newer, expired, server.asked.length]).toEqual([
    { ...found, id: '1' },
    { ...found, id: '1', isKept: true },
    { ...found, id: '2' },
    { ...found, id: '2' },
    3,
  ])
})

const kept: KeptPolicy = { domain: 'shop.example', id: '1', policy, expiresAt: Date.now() + 1_000_000 }

test.each<[string, string[], string, object, object]>([
  [
    'the newer one cannot be used',
    ['v=STSv1; id=2'],
    'nonsense',
    { trouble: 'it cannot be used: line 1 is no “key: value”' },
    { kind: 'unusable', reason: 'it cannot be used: line 1 is no “key: value”' },
  ],
  ['the record is gone', [], text, { trouble: 'it is no longer announced' }, { kind: 'none' }],
  [
    'the record is broken',
    ['v=STSv1; id='],
    text,
    { trouble: 'its TXT record cannot be used: “id=” is no field' },
    { kind: 'unusable', reason: 'its TXT record cannot be used: “id=” is no field' },
  ],
])('a policy that was had before is still used when %s', async (_why, records, source, withCache, without) => {
  await using server = await policyServer(good, source)
  const cache = createPolicyCache()
  const tools = { ...toolsFor(server.port), resolver: resolverWith(...records) }
  const first = await findStsPolicy('shop.example', { ...tools, cache: createPolicyCache() })
  cache.set(kept)
  const second = await findStsPolicy('shop.example', { ...tools, cache })
  expect([first, second]).toEqual([without, { kind: 'policy', id: '1', policy, isKept: true, ...withCache }])
})

it('a policy that was had before survives a DNS that does not answer, and a web server that is gone', async () => {
  const cache = createPolicyCache()
  cache.set(kept)
  const failing = fakeResolver({ answers: { '_mta-sts.shop.example TXT': 'SERVFAIL' } })
  const unreachable = fakeResolver({
    answers: { '_mta-sts.shop.example TXT': [{ type: 'TXT', text: 'v=STSv1; id=9', strings: [] }] },
  })
  const find = (resolver: typeof failing) => findStsPolicy('shop.example', { resolver, signal, cache })
  expect([await find(failing), await find(unreachable)]).toEqual([
    { kind: 'policy', id: '1', policy, isKept: true, trouble: expect.stringMatching(/SERVFAIL/) },
    { kind: 'policy', id: '1', policy, isKept: true, trouble: expect.stringMatching(/no host named mta-sts/) },
  ])
})

it('the cache forgets the oldest when it is full', () => {
  const cache = createPolicyCache()
  for (let index = 0; index <= mostPolicies; index += 1) cache.set({ ...kept, domain: `d${index}.example` })
  expect([cache.get('d0.example'), cache.get('d1.example')?.domain]).toEqual([null, 'd1.example'])
})
