// `heloise send --mx` as far as DNS goes: nothing is connected to, since port 25 belongs to others.
import { expect, test } from 'vitest'
import { runHeloise } from '../../fakes/command-line.ts'
import { type DnsTable, dnsServer } from '../../fakes/dns-server.ts'

const table: DnsTable = {
  'shop.example MX': ['10 mx.shop.example'],
  'mx.shop.example A': ['127.0.0.1'],
  'mx.shop.example AAAA': [],
  '_25._tcp.mx.shop.example TLSA': { rcode: 2, extended: [6, ''] },
  '_mta-sts.shop.example TXT': [],
  'xn--bcher-kva.example MX': ['0 .'],
}

async function send(to: string, more: readonly string[]) {
  await using server = await dnsServer(table, { isAuthentic: true })
  const people = ['--from', 'ana@heloise.test', '--to', to]
  const ran = await runHeloise(['send', '--mx', '--dns', server.place, ...people, '--json', ...more])
  const { outcome, failure } = JSON.parse(ran.out)
  return { status: ran.status, outcome, kind: failure.kind, stage: failure.stage, questions: server.questions() }
}

test('a host whose signed keys do not hold gets nothing', async () => {
  expect(await send('luis@shop.example', ['--mta-sts', '--dane'])).toMatchObject({
    status: 10,
    outcome: 'failed',
    kind: 'dns-bogus',
    stage: 'dns',
    questions: expect.arrayContaining([
      'shop.example MX',
      '_mta-sts.shop.example TXT',
      'mx.shop.example A',
      '_25._tcp.mx.shop.example TLSA',
    ]),
  })
})

test('a domain of other letters is asked for in A-labels', async () => {
  expect(await send('luis@bücher.example', [])).toEqual({
    status: 10,
    outcome: 'failed',
    kind: 'domain-takes-no-mail',
    stage: 'dns',
    questions: ['xn--bcher-kva.example MX'],
  })
})
