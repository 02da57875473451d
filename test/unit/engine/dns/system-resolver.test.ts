import { expect, it, test } from 'vitest'
import { mxRoute, systemResolver } from '../../../../electron/engine/dns/index.ts'
import { failureOf } from '../../../../electron/engine/smtp-error.ts'
import { dnsServer } from '../../../fakes/dns-server.ts'

const { signal } = new AbortController()

test.each([
  ['127.0.0.1', [{ address: '127.0.0.1', family: 4 }]],
  ['::1', [{ address: '::1', family: 6 }]],
  ['[::1]', [{ address: '::1', family: 6 }]],
  ['[IPv6:::1]', [{ address: '::1', family: 6 }]],
])('the literal %s answers itself', async (host, addresses) => {
  expect(await systemResolver({ servers: [] }).addresses(host, signal)).toEqual(addresses)
})

test.each(['', 'a b', 'a\r\nb', 'a\0b'])('%j is no host', async (host) => {
  const failure = await systemResolver({ servers: [] })
    .addresses(host, signal)
    .catch((error) => failureOf(error, 'dns'))
  expect(failure).toMatchObject({ kind: 'host-invalid', stage: 'dns' })
})

it('a list of servers that is none is refused', () => {
  expect(() => systemResolver({ servers: ['not an address'] })).toThrow('not an address is not a list of DNS servers.')
})

it('asks the servers of one’s choice, for domains in A-labels, and reads absence and trouble apart', async () => {
  await using server = await dnsServer({
    'xn--espaa-rta.example MX': ['5 mx.example'],
    'mx.example A': ['192.0.2.25'],
    'mx.example AAAA': ['2001:db8::25'],
    'bare.example MX': [],
    'bare.example AAAA': [],
    'bare.example A': ['192.0.2.9'],
    'half.example AAAA': 2,
    'half.example A': ['192.0.2.10'],
    'alias.example CNAME': ['mx.example'],
    'nothing.example TXT': ['here'],
    'broken.example MX': 2,
  })
  const resolver = systemResolver({ servers: [`127.0.0.1:${server.port}`] })
  const mx = (domain: string) =>
    mxRoute(domain, { resolver, signal }).then(
      ({ hosts, source }) => [source, ...hosts.map(({ host, preference }) => `${preference} ${host}`)],
      (error: unknown) => failureOf(error, 'input').kind,
    )
  expect(await Promise.all(['españa.example', 'bare.example', 'absent.example', 'broken.example'].map(mx))).toEqual([
    ['mx', '5 mx.example'],
    ['implicit', '0 bare.example'],
    'host-not-found',
    'dns-unavailable',
  ])
  const addresses = (host: string) =>
    resolver.addresses(host, signal).then(
      (found) => found.map(({ address, family }) => `${family} ${address}`),
      (error: unknown) => failureOf(error, 'input').kind,
    )
  expect(
    await Promise.all(
      ['mx.example', 'alias.example', 'half.example', 'nothing.example', 'absent.example'].map(addresses),
    ),
  ).toEqual([
    ['6 2001:db8::25', '4 192.0.2.25'],
    ['6 2001:db8::25', '4 192.0.2.25'],
    ['4 192.0.2.10'],
    'host-not-found',
    'host-not-found',
  ])
})

it('stops waiting at once', async () => {
  const { ask, addresses } = systemResolver({ servers: [] })
  const stopped = AbortSignal.abort()
  const failures = await Promise.all(
    [ask({ name: 'example.org', type: 'MX' }, stopped), addresses('example.org', stopped)].map((waiting) =>
      waiting.catch((error: unknown) => failureOf(error, 'input')),
    ),
  )
  expect(failures).toMatchObject([
    { kind: 'stopped', stage: 'dns' },
    { kind: 'stopped', stage: 'dns' },
  ])
})
