import { expect, it, test } from 'vitest'
import { mxRoute } from '../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'

const resolver = fakeResolver({
  mx: {
    'example.org': [
      [20, 'backup.example.org'],
      [10, 'one.example.org.'],
      [10, 'two.example.org'],
    ],
    'null.example': [[0, '']],
    'dot.example': [[0, '.']],
    'bare.example': [],
    'nothing.example': [],
  },
  addresses: { 'bare.example': ['192.0.2.1'] },
})
const signal = new AbortController().signal

const route = async (domain: string, random = () => 0) => {
  try {
    const { hosts, source } = await mxRoute(domain, { resolver, signal, random })
    return [source, ...hosts.map(({ host, preference }) => `${preference} ${host}`)]
  } catch (error) {
    const { kind, stage, facts } = failureOf(error, 'input')
    return [kind, stage, facts.domain]
  }
}

test.each([
  ['example.org', ['mx', '10 one.example.org', '10 two.example.org', '20 backup.example.org']],
  ['bare.example', ['implicit', '0 bare.example']],
  ['[192.0.2.7]', ['literal', '0 192.0.2.7']],
  ['[IPv6:2001:db8::7]', ['literal', '0 2001:db8::7']],
  ['null.example', ['domain-takes-no-mail', 'dns', 'null.example']],
  ['dot.example', ['domain-takes-no-mail', 'dns', 'dot.example']],
  ['nothing.example', ['domain-has-no-server', 'dns', 'nothing.example']],
  ['absent.example', ['host-not-found', 'dns', 'absent.example']],
])('%s goes to %j', async (domain, expected) => {
  expect(await route(domain)).toEqual(expected)
})

it('puts hosts of equal preference in random order, and never before a better one', async () => {
  const chances = [0.1, 0.9, 0.5]
  expect(await route('example.org', () => chances.shift() ?? 0)).toEqual([
    'mx',
    '10 two.example.org',
    '10 one.example.org',
    '20 backup.example.org',
  ])
})

it('of more hosts than anybody needs only the best are tried', async () => {
  const many = Array.from({ length: 5000 }, (_, index) => [5000 - index, `mx${index}.example`] as const)
  const { hosts } = await mxRoute('many.example', { resolver: fakeResolver({ mx: { 'many.example': many } }), signal })
  expect([hosts.length, hosts[0]?.preference, hosts.at(-1)?.preference]).toEqual([50, 1, 50])
})
