// `heloise mx` against a small DNS server.
import { expect, test } from 'vitest'
import { runHeloise } from '../../fakes/command-line.ts'
import { dnsServer } from '../../fakes/dns-server.ts'

const table = {
  'shop.example MX': ['20 backup.example', '10 mx.example'],
  'mx.example A': ['192.0.2.1'],
  'mx.example AAAA': ['2001:db8::1'],
  'silent.example MX': ['0 .'],
  'host.example A': ['192.0.2.9'],
  'host.example AAAA': [],
  'host.example MX': [],
}

async function mx(domain: string, more: readonly string[] = []) {
  await using server = await dnsServer(table)
  return await runHeloise(['mx', domain, '--dns', `127.0.0.1:${server.port}`, ...more])
}

test('the servers come in the order in which they are tried, with their addresses', async () => {
  const ran = await mx('ana@shop.example', ['--json'])
  expect([ran.status, JSON.parse(ran.out)]).toEqual([
    0,
    {
      domain: 'shop.example',
      source: 'mx',
      hosts: [
        { host: 'mx.example', preference: 10, addresses: ['2001:db8::1', '192.0.2.1'] },
        { host: 'backup.example', preference: 20, addresses: [] },
      ],
      failure: null,
    },
  ])
})

test('a person reads a line a server', async () => {
  const ran = await mx('shop.example')
  expect(ran.out).toBe(
    'Mail for shop.example goes to, in this order:\n     10  mx.example      2001:db8::1  192.0.2.1\n     20  backup.example  no address\n',
  )
})

test('a domain without MX is its own server', async () => {
  const ran = await mx('host.example', ['--json'])
  expect(JSON.parse(ran.out)).toMatchObject({
    source: 'implicit',
    hosts: [{ host: 'host.example', addresses: ['192.0.2.9'] }],
  })
})

test.each([
  ['silent.example', 'domain-takes-no-mail', /takes no mail/],
  ['nowhere.example', 'host-not-found', /no server of this name/],
])('%s ends with the status of DNS', async (domain, kind, said) => {
  const ran = await mx(domain, ['--json'])
  expect([ran.status, JSON.parse(ran.out).failure.kind, ran.err]).toEqual([10, kind, expect.stringMatching(said)])
})
