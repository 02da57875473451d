// What a server or a network throws at a diagnosis: each ends soon, with a finding that says so, and the rest of the report whole.
import { expect, it } from 'vitest'
import { issue } from '../../fakes/certificates.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { relayAccess } from '../../fakes/order.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { certificates, helloDone, inRecord, serverHello } from '../../fakes/tls-messages.ts'
import { tlsResponder } from '../../fakes/tls-responder.ts'

it('a port that never speaks is told as silent, and nothing is held against its encryption', async () => {
  await using peer = await rawPeer(() => {})
  const report = await diagnosed(peer.port, { level: 1, tools: { replyTimeout: 0.3 } })
  expect([resultsFor(report, 'RCH-01'), resultsFor(report, 'RCH-06'), resultsFor(report, 'STL-01')]).toEqual([
    ['pass'],
    ['warn'],
    ['indeterminate'],
  ])
})

it('a host that answers nonsense is told so', async () => {
  await using peer = await rawPeer((socket) => socket.write(`${'\u0000\u0007?'.repeat(200)}\r\n`))
  const report = await diagnosed(peer.port, { level: 1, tools: { replyTimeout: 1 } })
  expect([resultsFor(report, 'RCH-01'), resultsFor(report, 'EHL-03'), report.failure]).toEqual([
    ['pass'],
    ['indeterminate'],
    null,
  ])
})

it('a chain of a hundred certificates is judged, and so is all the rest', async () => {
  const authority = await issue({ name: 'Authority', isAuthority: true })
  const { key, certificate } = await issue({ name: 'localhost', names: ['localhost'], issuer: authority })
  const chain = `${certificate}\n${`${authority.certificate}\n`.repeat(99)}`
  await using server = await faultyServer({ identity: { key, certificate: chain } })
  const report = await diagnosed(server.port, { level: 1 })
  expect([resultsFor(report, 'STL-02'), resultsFor(report, 'EHL-13'), report.failure]).toEqual([
    ['pass'],
    ['pass'],
    null,
  ])
  expect(resultsFor(report, 'TLS-X1')[0]).toMatch(/warn|fail/)
})

it('a certificate that cannot be read breaks the handshake alone', async () => {
  const broken = Buffer.from('3003020101', 'hex')
  await using server = await tlsResponder(() =>
    inRecord(serverHello({ suite: 0xc02f }), certificates(broken), helloDone),
  )
  const access = relayAccess(server.port, { host: '127.0.0.1', security: 'tls' })
  const report = await diagnosed(server.port, { text: '', access, level: 1, tools: { replyTimeout: 1 } })
  expect([resultsFor(report, 'RCH-01'), resultsFor(report, 'TLS-X1'), report.endpoints[0]?.state]).toEqual([
    ['pass'],
    ['indeterminate'],
    'broken',
  ])
})
