// A port that speaks something else than the profile believes.
import { createServer } from 'node:net'
import { beforeAll, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { rawPeer } from '../../../fakes/scripted-peer.ts'
import { tlsPeer } from '../../../fakes/tls-peer.ts'

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

it('waiting for a plain greeting on a port that speaks TLS names that', async () => {
  await using peer = await tlsPeer([identity])
  const { failure } = await deliver(relayOrder(peer.port, { replyTimeout: 1.5 }), deliveryTools())
  expect([failure?.kind, failure?.stage]).toEqual(['speaks-tls', 'greeting'])
})

it('waiting for a greeting on a port that speaks HTTP names that', async () => {
  await using peer = await rawPeer((socket) => {
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  })
  const { failure } = await deliver(relayOrder(peer.port, { replyTimeout: 1.5 }), deliveryTools())
  expect(failure?.kind).toBe('speaks-http')
})

test.each(['220 mx.example ESMTP\r\n', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'SSH-2.0-OpenSSH\r\n'])(
  'beginning with TLS on a port that says %j first names that',
  async (greeting) => {
    await using peer = await rawPeer((socket) => socket.write(greeting))
    const { failure } = await deliver(relayOrder(peer.port, { access: { security: 'tls' } }), deliveryTools())
    expect([failure?.kind, failure?.stage]).toEqual(['tls-not-spoken', 'tls'])
  },
)

it('a server with no TLS version of ours is named', async () => {
  await using peer = await tlsPeer([identity], {
    minVersion: 'TLSv1',
    maxVersion: 'TLSv1.1',
    ciphers: 'ALL:@SECLEVEL=0',
  })
  const { failure } = await deliver(relayOrder(peer.port, { access: { security: 'tls' } }), deliveryTools())
  expect(failure?.kind).toBe('tls-version-unsupported')
})

test.each([
  ['hangs up', 'tls-handshake-failed', ''],
  ['sends plain text', 'tls-handshake-failed', '250 mx.example\r\n250 OK\r\n'],
])('STARTTLS whose server %s after 220 is a failed handshake', async (_name, kind, answer) => {
  await using peer = await startTlsPeer('220 Go ahead\r\n', answer)
  const { failure } = await deliver(relayOrder(peer.port, { access: { security: 'starttls' } }), deliveryTools())
  expect([failure?.kind, failure?.stage]).toEqual([kind, 'tls'])
})

it('plain octets that come with the answer to STARTTLS end the session (RFC 3207 §4.2)', async () => {
  await using peer = await startTlsPeer('220 Go ahead\r\n250 injected\r\n', '')
  const { failure } = await deliver(relayOrder(peer.port, { access: { security: 'starttls' } }), deliveryTools())
  expect([failure?.kind, failure?.stage]).toEqual(['starttls-injection', 'tls'])
})

it('a closed port refuses the connection, and every attempt is an event', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const tools = deliveryTools()
  const { failure, recipients } = await deliver(relayOrder(port), tools)
  expect([failure?.kind, failure?.facts, recipients.length]).toEqual([
    'connection-refused',
    { host: '127.0.0.1', port: String(port), ip: '127.0.0.1', reason: 'ECONNREFUSED' },
    1,
  ])
  const attempts = tools.sessions[0]?.entries.filter(({ kind }) => kind === 'connect')
  expect(attempts?.map(({ facts }) => ({ ...facts, ms: 0 }))).toEqual([
    { host: '127.0.0.1', address: '127.0.0.1', family: 4, port, ms: 0, outcome: 'failed', code: 'ECONNREFUSED' },
  ])
})

/** Greets, offers STARTTLS, answers it, and says this to whatever comes then. */
function startTlsPeer(goAhead: string, answer: string) {
  return rawPeer((socket) => {
    socket.write('220 mx.example\r\n')
    socket.on('data', (octets) => {
      const command = octets.toString('latin1')
      if (command.startsWith('EHLO')) socket.write('250-mx.example\r\n250 STARTTLS\r\n')
      else if (command.startsWith('STARTTLS')) socket.write(goAhead)
      else socket.end(answer)
    })
  })
}
