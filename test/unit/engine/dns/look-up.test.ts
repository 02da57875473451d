// What stands in the way of an answer, told apart; and the keys of an MX host (RFC 7672 §2.2).
import { expect, test } from 'vitest'
import { keysOf, lookUp, systemResolver } from '../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { type DnsManners, type DnsTable, dnsServer } from '../../../fakes/dns-server.ts'

const { signal } = new AbortController()

async function withDns<T>(
  table: DnsTable,
  manners: DnsManners,
  run: (tools: { resolver: ReturnType<typeof systemResolver>; signal: AbortSignal }) => Promise<T>,
): Promise<T> {
  await using server = await dnsServer(table, manners)
  return await run({ resolver: systemResolver({ servers: [server.place] }), signal })
}

test.each<[string, DnsTable[string], object]>([
  [
    'an extended error that says so',
    { rcode: 2, extended: [9, ''] },
    { kind: 'dns-bogus', facts: { domain: 'a.example', reason: 'SERVFAIL (DNSKEY Missing)' } },
  ],
  [
    'an answer that only comes without the check',
    { rcode: 2, unchecked: ['192.0.2.1'] },
    { kind: 'dns-bogus', facts: { reason: 'SERVFAIL' } },
  ],
  ['nothing of the kind', 2, { kind: 'dns-unavailable', facts: { reason: 'SERVFAIL' } }],
  [
    'another extended error',
    { rcode: 2, extended: [22, 'all dead'] },
    { kind: 'dns-unavailable', facts: { reason: 'SERVFAIL (No Reachable Authority: all dead)' } },
  ],
  ['a refusal', 5, { kind: 'dns-unavailable', facts: { reason: 'REFUSED' } }],
])('SERVFAIL is bogus or not: %s', async (_why, answer, expected) => {
  const failure = await withDns({ 'a.example A': answer }, {}, (tools) =>
    lookUp('a.example', 'A', tools).catch((error: unknown) => failureOf(error, 'input')),
  )
  expect(failure).toMatchObject({ stage: 'dns', ...expected })
})

const key = 'ab'.repeat(32)
const longKey = 'cd'.repeat(64)
const tlsa = (usage: number, selector: number, matching: number, data = key) => ({ usage, selector, matching, data })
const addresses = { 'mx.example A': ['192.0.2.1'], 'mx.example AAAA': [] }
const secure: DnsManners = { isAuthentic: true }
const secureBut = (...names: readonly string[]): DnsManners => ({ isAuthentic: (name) => !names.includes(name) })

test.each<[string, DnsTable, DnsManners, object]>([
  [
    'records that are authentic all the way',
    { ...addresses, '_25._tcp.mx.example TLSA': [`3 1 1 ${key}`] },
    secure,
    { kind: 'keys', base: 'mx.example', published: [tlsa(3, 1, 1)], usable: [tlsa(3, 1, 1)] },
  ],
  ['no records', addresses, secure, { kind: 'absent' }],
  [
    'an address that is not authentic',
    { ...addresses, '_25._tcp.mx.example TLSA': [`3 1 1 ${key}`] },
    secureBut('mx.example'),
    { kind: 'insecure' },
  ],
  [
    'records that are not authentic',
    { ...addresses, '_25._tcp.mx.example TLSA': [`3 1 1 ${key}`] },
    secureBut('_25._tcp.mx.example'),
    { kind: 'insecure' },
  ],
  [
    'usages, selectors and lengths that mail cannot use',
    {
      ...addresses,
      '_25._tcp.mx.example TLSA': [
        `0 1 1 ${key}`,
        `1 0 1 ${key}`,
        `3 2 1 ${key}`,
        `3 1 3 ${key}`,
        `3 1 1 abcd`,
        '3 1 0 abcd',
        '2 0 0 abcd',
      ],
    },
    secure,
    { kind: 'keys', base: 'mx.example', published: expect.any(Array), usable: [] },
  ],
  [
    'of two digests of the same the stronger one alone',
    { ...addresses, '_25._tcp.mx.example TLSA': [`3 1 1 ${key}`, `3 1 2 ${longKey}`, `2 0 1 ${key}`] },
    secure,
    {
      kind: 'keys',
      base: 'mx.example',
      published: expect.any(Array),
      usable: [tlsa(3, 1, 2, longKey), tlsa(2, 0, 1)],
    },
  ],
  [
    'where aliases lead',
    {
      'mx.example CNAME': ['real.example'],
      'real.example A': ['192.0.2.1'],
      'real.example AAAA': [],
      '_25._tcp.real.example TLSA': [`3 1 1 ${key}`],
      '_25._tcp.mx.example TLSA': [`3 0 1 ${key}`],
    },
    secure,
    { kind: 'keys', base: 'real.example', published: [tlsa(3, 1, 1)], usable: [tlsa(3, 1, 1)] },
  ],
  [
    'the host itself where its alias has none',
    {
      'mx.example CNAME': ['real.example'],
      'real.example A': ['192.0.2.1'],
      'real.example AAAA': [],
      '_25._tcp.mx.example TLSA': [`3 0 1 ${key}`],
    },
    secure,
    { kind: 'keys', base: 'mx.example', published: [tlsa(3, 0, 1)], usable: [tlsa(3, 0, 1)] },
  ],
])('the keys of a host: %s', async (_what, table, manners, expected) => {
  expect(await withDns(table, manners, (tools) => keysOf('mx.example', tools))).toEqual(expected)
})

test('a signed alias that leads to an unsigned name may have keys of its own', async () => {
  const table = {
    'mx.example CNAME': ['real.example'],
    'real.example A': ['192.0.2.1'],
    'real.example AAAA': [],
    '_25._tcp.mx.example TLSA': [`3 1 1 ${key}`],
  }
  await using server = await dnsServer(table, {
    isAuthentic: (name) => name !== 'mx.example',
  })
  const { ask, addresses: find } = systemResolver({ servers: [server.place] })
  const aliasIsSigned = {
    addresses: find,
    ask: async (...[question, stop]: Parameters<typeof ask>) => ({
      ...(await ask(question, stop)),
      ...(question.type === 'CNAME' ? { isAuthentic: true } : {}),
    }),
  }
  expect(await keysOf('mx.example', { resolver: aliasIsSigned, signal })).toMatchObject({
    kind: 'keys',
    base: 'mx.example',
  })
})

test.each(['mx.example A', '_25._tcp.mx.example TLSA'])(
  'keys are not guessed when %s cannot be had',
  async (broken) => {
    const failure = await withDns({ ...addresses, [broken]: 2 }, secure, (tools) =>
      keysOf('mx.example', tools).catch((error: unknown) => failureOf(error, 'input').kind),
    )
    expect(failure).toBe('dns-unavailable')
  },
)

test('an address has no keys, and nobody is asked for them', async () => {
  await using server = await dnsServer({})
  const resolver = systemResolver({ servers: [server.place] })
  expect([await keysOf('192.0.2.1', { resolver, signal }), server.questions()]).toEqual([{ kind: 'absent' }, []])
})
