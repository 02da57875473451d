import { expect, test } from 'vitest'
import { type GatherWish, gather } from '../../../../electron/engine/diagnose/gather.ts'
import type { Resolver } from '../../../../electron/engine/dns/index.ts'
import { at } from '../../../fakes/fleet.ts'
import { type FakeNames, fakeResolver } from '../../../fakes/resolver.ts'

const place = at('mx.example.com', '192.0.2.1')
const sound: FakeNames = {
  addresses: { 'mx.example.com': ['192.0.2.1', '10.0.0.1'], 'lists.example': ['192.0.2.50'] },
  answers: {
    '1.2.0.192.in-addr.arpa PTR': [{ type: 'PTR', target: 'MX.example.com.' }],
    '2.0.0.127.lists.example A': [{ type: 'A', address: '127.0.0.2' }],
    '1.2.0.192.lists.example A': [{ type: 'A', address: '127.0.0.4' }],
    '_25._tcp.mx.example.com TLSA': [{ type: 'TLSA', usage: 3, selector: 1, matching: 1, data: 'ab'.repeat(32) }],
  },
}
const wish: GatherWish = {
  endpoints: [place.endpoint],
  places: [place],
  domain: null,
  blocklists: ['lists.example'],
  wanted: () => true,
}

/** A resolver that tells what it was asked for. */
function heard(names: FakeNames): { readonly resolver: Resolver; readonly questions: string[] } {
  const resolver = fakeResolver(names)
  const questions: string[] = []
  return {
    questions,
    resolver: {
      addresses: resolver.addresses,
      ask(question, signal) {
        questions.push(`${question.name} ${question.type}`)
        return resolver.ask(question, signal)
      },
    },
  }
}

const listingsFor = async (answers: FakeNames['answers'] = {}) => {
  const resolver = fakeResolver({ ...sound, answers: { ...sound.answers, ...answers } })
  const { addresses } = await gather(wish, { resolver, signal: new AbortController().signal })
  return addresses.flatMap(({ listings }) => listings)
}

test('each address that others meet is asked for its name, and the name for its addresses', async () => {
  const { addresses } = await gather(wish, { resolver: fakeResolver(sound), signal: new AbortController().signal })
  expect(addresses).toEqual([
    {
      address: '192.0.2.1',
      host: 'mx.example.com',
      role: 'mx',
      names: { value: [{ name: 'mx.example.com', addresses: { value: ['192.0.2.1', '10.0.0.1'] } }] },
      listings: [{ list: 'lists.example', state: 'listed', codes: ['127.0.0.4'] }],
    },
  ])
})

test('a name that does not exist has no addresses, and one that DNS cannot tell of is not judged', async () => {
  const answers = { '1.2.0.192.in-addr.arpa PTR': [{ type: 'PTR' as const, target: 'gone.example' }] }
  const resolver = fakeResolver({ ...sound, answers })
  const silent = fakeResolver({ ...sound, answers: { '1.2.0.192.in-addr.arpa PTR': 'SERVFAIL' } })
  const { signal } = new AbortController()
  const found = await gather(wish, { resolver, signal })
  const unclear = await gather(wish, { resolver: silent, signal })
  expect([found.addresses[0]?.names, unclear.addresses[0]?.names]).toMatchObject([
    { value: [{ name: 'gone.example', addresses: { value: [] } }] },
    { failure: { kind: 'dns-unavailable' } },
  ])
})

test('a list that does not know its test entry, or refuses the resolver, says nothing of the address', async () => {
  const refusal = [{ type: 'A' as const, address: '127.255.255.254' }]
  expect({
    clear: await listingsFor({ '1.2.0.192.lists.example A': 'NXDOMAIN' }),
    broken: await listingsFor({ '2.0.0.127.lists.example A': 'NXDOMAIN' }),
    refused: await listingsFor({ '2.0.0.127.lists.example A': refusal }),
    refusedLater: await listingsFor({ '1.2.0.192.lists.example A': refusal }),
    parked: await listingsFor({ '1.2.0.192.lists.example A': [{ type: 'A', address: '192.0.2.80' }] }),
  }).toEqual({
    clear: [{ list: 'lists.example', state: 'clear', codes: [] }],
    broken: [{ list: 'lists.example', state: 'broken', codes: [] }],
    refused: [{ list: 'lists.example', state: 'refused', codes: [] }],
    refusedLater: [{ list: 'lists.example', state: 'refused', codes: ['127.255.255.254'] }],
    parked: [{ list: 'lists.example', state: 'broken', codes: [] }],
  })
})

test('no list is asked unless one was chosen', async () => {
  const { resolver, questions } = heard(sound)
  await gather({ ...wish, blocklists: [] }, { resolver, signal: new AbortController().signal })
  expect(questions.filter((question) => question.includes('lists.example'))).toEqual([])
})

test('keys are told with what they prove', async () => {
  const { signal } = new AbortController()
  const signed = await gather(wish, { resolver: fakeResolver({ ...sound, authentic: 'yes' }), signal })
  const unsigned = await gather(wish, { resolver: fakeResolver(sound), signal })
  const broken = await gather(wish, {
    resolver: fakeResolver({ ...sound, authentic: 'yes', answers: { '_25._tcp.mx.example.com TLSA': 'SERVFAIL' } }),
    signal,
  })
  expect([signed, unsigned, broken].map(({ hosts }) => hosts[0])).toMatchObject([
    { keys: { value: { kind: 'keys', base: 'mx.example.com' } }, unproven: null },
    { keys: { value: { kind: 'insecure' } }, unproven: { records: [{ usage: 3 }] } },
    { keys: { failure: { kind: 'dns-unavailable' } }, addresses: ['192.0.2.1', '10.0.0.1'] },
  ])
})

test('the name of the greeting is looked up', async () => {
  const { greeted } = await gather(wish, { resolver: fakeResolver(sound), signal: new AbortController().signal })
  expect([...greeted]).toEqual([['mx.example.com', { value: ['192.0.2.1', '10.0.0.1'] }]])
})

test('what nobody wants to know is not asked, and nothing is asked after Stop', async () => {
  const unwanted = heard(sound)
  await gather({ ...wish, wanted: () => false }, { resolver: unwanted.resolver, signal: new AbortController().signal })
  const stopped = heard(sound)
  await gather({ ...wish, domain: 'example.com' }, { resolver: stopped.resolver, signal: AbortSignal.abort() })
  expect([unwanted.questions, stopped.questions]).toEqual([[], []])
})
