// `heloise mx` against a small DNS server.
import { expect, test } from 'vitest'
import { runHeloise } from '../../fakes/command-line.ts'
import { type DnsManners, type DnsTable, dnsServer } from '../../fakes/dns-server.ts'

const table = {
  'shop.example MX': ['20 backup.example', '10 mx.example'],
  'mx.example A': ['192.0.2.1'],
  'mx.example AAAA': ['2001:db8::1'],
  'silent.example MX': ['0 .'],
  'host.example A': ['192.0.2.9'],
  'host.example AAAA': [],
  'host.example MX': [],
  'safe.example MX': ['10 mx.safe.example'],
  'mx.safe.example CNAME': ['real.example'],
  'real.example A': ['192.0.2.7'],
  'real.example AAAA': [],
  '_25._tcp.mx.safe.example TLSA': [`3 1 1 ${'ab'.repeat(32)}`, `0 1 1 ${'cd'.repeat(32)}`],
  '_mta-sts.safe.example TXT': ['v=STSv1; id=7'],
  'broken.example MX': ['10 mx.broken.example'],
  'mx.broken.example A': ['192.0.2.8'],
  'mx.broken.example AAAA': [],
  '_25._tcp.mx.broken.example TLSA': { rcode: 2, extended: [7, ''] },
} satisfies DnsTable

const unsigned = { isAuthentic: false, alias: null, tlsa: { isAuthentic: false, records: [] }, problem: null }

async function mx(domain: string, more: readonly string[] = [], manners: DnsManners = {}) {
  await using server = await dnsServer(table, manners)
  return await runHeloise(['mx', domain, '--dns', server.place, ...more])
}

test('the servers come in the order in which they are tried, with their addresses', async () => {
  const ran = await mx('ana@shop.example', ['--json'])
  expect([ran.status, JSON.parse(ran.out)]).toEqual([
    0,
    {
      domain: 'shop.example',
      source: 'mx',
      isAuthentic: false,
      hosts: [
        { host: 'mx.example', preference: 10, addresses: ['2001:db8::1', '192.0.2.1'], ...unsigned },
        { host: 'backup.example', preference: 20, addresses: [], ...unsigned },
      ],
      mtaSts: null,
      failure: null,
    },
  ])
})

const secure: DnsManners = { isAuthentic: true }

test('what is validated, the keys of a host and a policy are told', async () => {
  const ran = await mx('safe.example', ['--json'], secure)
  expect(JSON.parse(ran.out)).toMatchObject({
    isAuthentic: true,
    hosts: [
      {
        host: 'mx.safe.example',
        addresses: ['192.0.2.7'],
        isAuthentic: true,
        alias: 'real.example',
        tlsa: {
          isAuthentic: true,
          records: [
            { usage: 3, selector: 1, matching: 1, data: 'ab'.repeat(32), isUsable: true },
            { usage: 0, selector: 1, matching: 1, data: 'cd'.repeat(32), isUsable: false },
          ],
        },
        problem: null,
      },
    ],
    mtaSts: { id: null, policy: null, problem: 'it cannot be fetched: There is no host named mta-sts.safe.example' },
  })
})

test('a person reads what is wrong beside the server', async () => {
  const [safe, unproven, broken] = await Promise.all([
    mx('safe.example', [], secure),
    mx('safe.example'),
    mx('broken.example', [], secure),
  ])
  expect([safe?.out, broken?.out]).toEqual([
    `Mail for safe.example goes to, in this order:
     10  mx.safe.example  192.0.2.7
         an alias (CNAME) of real.example, which an MX host must not be
         TLSA 3 1 1 ${'ab'.repeat(32)}
         TLSA 0 1 1 ${'cd'.repeat(32)}  not one that mail can use
  DNSSEC: the MX answer is validated
  MTA-STS: a policy that cannot be used: it cannot be fetched: There is no host named mta-sts.safe.example
`,
    `Mail for broken.example goes to, in this order:
     10  mx.broken.example  192.0.2.8
         What DNS says of _25._tcp.mx.broken.example is signed (DNSSEC), and the
         signatures do not hold, so it may be forged: the name servers of the
         domain failed (SERVFAIL: Signature Expired). No mail goes there until
         they do.
  DNSSEC: the MX answer is validated
  MTA-STS: no policy
`,
  ])
  expect(unproven?.out).toMatch(/TLSA 3 1 1 \w+ {2}not validated \(DNSSEC\), so it proves nothing/)
})

test('several resolvers are asked in turn', async () => {
  await using one = await dnsServer({ 'shop.example MX': 5 })
  await using two = await dnsServer(table)
  const ran = await runHeloise(['mx', 'shop.example', '--dns', `${one.place}, ${two.place}`, '--json'])
  expect([ran.status, JSON.parse(ran.out).hosts.length, one.questions()[0]]).toEqual([0, 2, 'shop.example MX'])
})

test('a person reads a line a server', async () => {
  const ran = await mx('shop.example')
  expect(ran.out).toBe(
    `Mail for shop.example goes to, in this order:
     10  mx.example      2001:db8::1  192.0.2.1
     20  backup.example  no address
  DNSSEC: the MX answer is not validated
  MTA-STS: no policy
`,
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
