import { expect, it, test } from 'vitest'
import { systemResolver } from '../../../../electron/engine/dns/index.ts'
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
    'broken.example MX': 2,
  })
  const resolver = systemResolver({ servers: [`127.0.0.1:${server.port}`] })
  const mx = (domain: string) => resolver.mx(domain, signal).catch((error: unknown) => failureOf(error, 'dns').kind)
  expect(await Promise.all(['españa.example', 'bare.example', 'absent.example', 'broken.example'].map(mx))).toEqual([
    [{ exchange: 'mx.example', preference: 5 }],
    [],
    'host-not-found',
    'dns-unavailable',
  ])
  expect(await resolver.addresses('mx.example', signal)).toEqual([
    { address: '2001:db8::25', family: 6 },
    { address: '192.0.2.25', family: 4 },
  ])
})

it('stops waiting at once', async () => {
  const failure = await systemResolver({ servers: [] })
    .mx('example.org', AbortSignal.abort())
    .catch((error: unknown) => failureOf(error, 'dns'))
  expect(failure).toMatchObject({ kind: 'stopped', stage: 'dns' })
})
