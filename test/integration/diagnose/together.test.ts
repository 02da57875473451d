import { createHash, X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { Report } from '#shared/values/report.ts'
import type { DiagnoseAccess } from '../../../electron/engine/diagnose/index.ts'
import { issue } from '../../fakes/certificates.ts'
import { closedPort } from '../../fakes/closed-port.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { policyServer, policyText } from '../../fakes/policy-server.ts'
import { type FakeNames, fakeResolver } from '../../fakes/resolver.ts'

const authority = await issue({ name: 'Authority', isAuthority: true })
const identity = await issue({ name: 'mx.test', names: ['mx.test'], issuer: authority })
const key = new X509Certificate(identity.certificate).publicKey.export({ type: 'spki', format: 'der' })
const digest = createHash('sha256').update(key).digest('hex')
const policyIdentity = await issue({ name: 'mta-sts.mail.test', names: ['mta-sts.mail.test'], issuer: authority })

const names = (given: FakeNames = {}): FakeNames => ({
  ...given,
  mx: { 'mail.test': [[10, 'mx.test']] },
  addresses: { 'mx.test': ['127.0.0.1'], 'mta-sts.mail.test': ['127.0.0.1'], ...given.addresses },
})
const access: DiagnoseAccess = {
  route: 'mx',
  host: '',
  port: 25,
  security: 'starttls-if-offered',
  ehloName: null,
  certificate: { name: null, pin: null, authorities: authority.certificate },
  connection: usualConnection,
  proxySecret: null,
}
const inOneLine = (report: Report, ...ids: readonly string[]) =>
  ids.map((id) => `${id} ${resultsFor(report, id).join(' ')}`)

it('level 0 judges addresses and keys by DNS alone', async () => {
  const resolver = fakeResolver(
    names({
      addresses: { 'mx.test': ['192.0.2.1'] },
      answers: {
        '1.2.0.192.in-addr.arpa PTR': [{ type: 'PTR', target: 'mx.test' }],
        '2.0.0.127.lists.test A': [{ type: 'A', address: '127.0.0.2' }],
        '1.2.0.192.lists.test A': [{ type: 'A', address: '127.0.0.3' }],
      },
    }),
  )
  const report = await diagnosed(0, {
    text: 'ana@mail.test',
    level: 0,
    blocklists: ['lists.test'],
    tools: { resolver },
  })
  expect([...inOneLine(report, 'RCH-10', 'RCH-11', 'RCH-15', 'DAN-04'), report.connections]).toEqual([
    'RCH-10 pass',
    'RCH-11 pass',
    'RCH-15 warn',
    'DAN-04 pass',
    0,
  ])
})

it.each([
  [
    'that are right',
    digest,
    'mx.test',
    // The policy names the host, and the host keeps the policy.
    ['DAN-01 pass', 'DAN-02 pass', 'DAN-03 pass', 'STS-04 pass pass', 'STL-11 pass'],
  ],
  [
    'that are wrong',
    'ab'.repeat(32),
    'other.test',
    ['DAN-01 pass', 'DAN-02 pass', 'DAN-03 fail', 'STS-04 fail', 'STL-11 pass'],
  ],
])('a mail server is held to the keys and the policy of its domain %s', async (_, data, mx, results) => {
  await using server = await faultyServer({ identity })
  await using policies = await policyServer(policyIdentity, policyText('enforce', mx))
  const resolver = fakeResolver(
    names({
      authentic: 'yes',
      answers: {
        '_25._tcp.mx.test TLSA': [{ type: 'TLSA', usage: 3, selector: 1, matching: 1, data }],
        '_mta-sts.mail.test TXT': [{ type: 'TXT', text: 'v=STSv1; id=1', strings: ['v=STSv1; id=1'] }],
      },
    }),
  )
  const report = await diagnosed(server.port, {
    text: 'ana@mail.test',
    access,
    level: 1,
    tools: {
      resolver,
      mxPort: server.port,
      policies: { port: policies.port, authorities: authority.certificate },
    },
  })
  expect(inOneLine(report, 'DAN-01', 'DAN-02', 'DAN-03', 'STS-04', 'STL-11')).toEqual(results)
})

it('a server that has lost its encryption breaks the promise of the profile', async () => {
  await using server = await faultyServer()
  const relay: DiagnoseAccess = {
    ...access,
    route: 'relay',
    host: '127.0.0.1',
    port: server.port,
    security: 'starttls',
  }
  const report = await diagnosed(server.port, { access: relay, level: 1 })
  expect(inOneLine(report, 'STL-11')).toEqual(['STL-11 fail'])
})

it('without a way to IPv6 its places are not judged, and without a server they fail', async () => {
  const port = await closedPort()
  const text = `[::1]:${port}`
  const without = await diagnosed(port, { text, level: 1, tools: { hasRoute: async () => false } })
  const dead = await diagnosed(port, { text, level: 1 })
  expect([inOneLine(without, 'RCH-01', 'RCH-05'), inOneLine(dead, 'RCH-01', 'RCH-05')]).toEqual([
    ['RCH-01 indeterminate', 'RCH-05 info'],
    ['RCH-01 fail', 'RCH-05 pass'],
  ])
})

it('a domain with a dead server among its two addresses is told so', async () => {
  await using server = await faultyServer()
  const resolver = fakeResolver(names({ addresses: { 'mx.test': ['127.0.0.1', '::1'] } }))
  const tools = { resolver, mxPort: server.port }
  const report = await diagnosed(server.port, { text: 'ana@mail.test', level: 1, tools })
  expect(inOneLine(report, 'RCH-04', 'MX-12')).toEqual(['RCH-04 fail', 'MX-12 pass'])
})

it('a server that slows probes down is told of', async () => {
  let connections = 0
  const isShut = () => {
    connections += 1
    return connections === 3
  }
  await using busy = await faultyServer({ isShut })
  const report = await diagnosed(busy.port, { only: ['ROB-01', 'RCH-14'], tools: { pauses: [1], idleSeconds: 0.1 } })
  await using patient = await faultyServer()
  await using brief = await faultyServer({ greeting: (nth) => (nth === 4 ? '421 4.3.2 Busy' : '220 mx.example') })
  const early = await diagnosed(brief.port, { only: ['ROB-03', 'RCH-14'], tools: { pauses: [1], idleSeconds: 0.1 } })
  const other = await diagnosed(patient.port, { only: ['ROB-01', 'RCH-14'], tools: { idleSeconds: 0.1 } })
  expect([inOneLine(report, 'RCH-14'), inOneLine(early, 'ROB-03', 'RCH-14'), inOneLine(other, 'RCH-14')]).toEqual([
    ['RCH-14 warn'],
    ['ROB-03 warn', 'RCH-14 warn'],
    ['RCH-14 pass'],
  ])
})

it('the phases of a session are in the report, in the order of the session', async () => {
  await using server = await faultyServer({ identity })
  const report = await diagnosed(server.port, { level: 1 })
  const phases = report.endpoints[0]?.phases ?? []
  expect([phases.map(({ stage }) => stage), phases.every(({ ms }) => ms >= 0)]).toEqual([
    ['dns', 'connect', 'greeting', 'ehlo', 'starttls', 'handshake', 'ehlo-after-tls', 'quit'],
    true,
  ])
})
