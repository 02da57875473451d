// What comes, or does not come, where a greeting is due. Whoever it is must speak first: we never do.
import { describe, expect, it, test, vi } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

// Those who wait for what comes next can do so together.
vi.setConfig({ maxConcurrency: 30, testTimeout: 60_000 })

const foreign: readonly (readonly [name: string, octets: string, kind: string])[] = [
  ['HTTP', 'HTTP/1.1 400 Bad Request', 'speaks-http'],
  ['SSH', 'SSH-2.0-OpenSSH_9.9', 'speaks-ssh'],
  ['IMAP', '* OK [CAPABILITY IMAP4rev1] ready', 'speaks-imap'],
  ['POP3', '+OK ready', 'speaks-pop3'],
  ['TLS', '\x15\x03\x01\0\x02\x02\x46', 'speaks-tls'],
  ['a terminal', '\xff\xfd\x18\xff\xfd\x20login: ', 'speaks-unknown'],
  ['a data base', 'J\0\0\0\x0a8.0.36\0', 'speaks-unknown'],
]

const spoken = [
  ['a line', (octets: string) => [`${octets}\r\n`]],
  ['octets and no line', (octets: string) => [octets]],
  ['one octet after the other', (octets: string) => [...`${octets}\r\n`]],
] as const

describe.concurrent.each(foreign)('a port that speaks %s', (_, octets, kind) => {
  test.concurrent.each(spoken)('is named by %s', async (_how, pieces) => {
    await using peer = await rawPeer(async (socket) => {
      for (const piece of pieces(octets)) {
        socket.write(piece, 'latin1')
        await new Promise((resolve) => setImmediate(resolve))
      }
    })
    const { failure } = await deliver(relayOrder(peer.port, { replyTimeout: 6 }), deliveryTools())
    expect([failure?.kind, failure?.stage]).toEqual([kind, 'greeting'])
    expect(failure?.facts.server).toContain(octets.slice(0, 5).split('\x0a')[0])
  })
})

it.concurrent('a greeting that begins and does not end is waited for, and then missed', async () => {
  await using peer = await rawPeer((socket) => socket.write('220-mx.exam'))
  const { failure } = await deliver(relayOrder(peer.port, { replyTimeout: 2 }), deliveryTools())
  expect([failure?.kind, failure?.message]).toEqual([
    'greeting-missing',
    '127.0.0.1 accepted the connection, but did not greet within 2 seconds.',
  ])
})

it.concurrent('nothing is said to a server that has not greeted', async () => {
  const said: string[] = []
  await using peer = await rawPeer((socket) => socket.on('data', (octets) => said.push(octets.toString('latin1'))))
  const { failure } = await deliver(relayOrder(peer.port, { replyTimeout: 2 }), deliveryTools())
  // The question whether it speaks TLS comes on a connection of its own.
  expect([failure?.kind, said.map((text) => text.slice(0, 2))]).toEqual(['greeting-missing', ['\x16\x03']])
})

test.each([
  ['421 4.3.2 Busy', []],
  ['554 5.7.1 Not you', ['QUIT']],
])('%s in place of a greeting is answered by %j', async (greeting, answers) => {
  await using peer = await scriptedPeer(toScript([`S: ${greeting}`, 'C: anything', 'S: 221 Bye']))
  const { failure } = await deliver(relayOrder(peer.port), deliveryTools())
  await peer.allClosed()
  expect([failure?.kind, peer.received]).toEqual(['greeting-refused', answers])
})
