// What can go wrong anywhere, at every place where it is the server's turn: each ends with the failure that names it and its
// stage, tells the truth of each recipient, and leaves nothing open.
import { getEventListeners } from 'node:events'
import type { Socket } from 'node:net'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { FailureKind } from '../../../../shared/values/failure.ts'
import type { Receipt } from '../../../../shared/values/receipt.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { type Ending, type Place, places } from '../../../fakes/places.ts'
import { resetSoon, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

// Those who wait for a silent server can do so together.
vi.setConfig({ maxConcurrency: 40, testTimeout: 60_000 })

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

type Fault = {
  readonly name: string
  readonly act: (socket: Socket, raw: Socket) => unknown
  readonly kind: FailureKind
}

const faults: readonly Fault[] = [
  { name: 'silence', act: () => {}, kind: 'reply-timed-out' },
  { name: 'an octet now and then', act: drip, kind: 'reply-timed-out' },
  { name: 'hanging up', act: (socket) => socket.end(), kind: 'connection-lost' },
  { name: 'a reset', act: resetSoon, kind: 'connection-lost' },
  { name: 'hanging up within a code', act: (socket) => socket.end('25'), kind: 'connection-lost' },
  { name: 'hanging up within a line', act: (socket) => socket.end('250 O'), kind: 'connection-lost' },
  { name: 'hanging up between lines', act: (socket) => socket.end('250-OK\r\n'), kind: 'connection-lost' },
  {
    name: '421',
    act: (socket) => socket.end('421 4.3.2 Shutting down\r\n'),
    kind: 'service-closing',
  },
  { name: 'words without a code', act: (socket) => socket.write('Sure\r\n'), kind: 'reply-malformed' },
  {
    name: 'octets that are none of text',
    act: (socket) => socket.write('\0\xff\x80\r\n', 'latin1'),
    kind: 'reply-malformed',
  },
  { name: 'a line without end', act: (socket) => flood(socket, 'x'.repeat(10_000)), kind: 'reply-too-long' },
  { name: 'a reply without end', act: (socket) => flood(socket, '250-more\r\n'.repeat(1_000)), kind: 'reply-too-long' },
  {
    name: 'lines at the limit without end',
    act: (socket) => flood(socket, `250-${'x'.repeat(60_000)}\r\n`),
    kind: 'reply-too-long',
  },
]

describe.each(faults)('$name', (fault) => {
  test.concurrent.each(places)('in place of the reply to $name', async (place) => {
    await using peer = await scriptedPeer(toScript(place.lines), { identity, atEnd: fault.act })
    const tools = deliveryTools()
    const certificate = { pin: null, authorities: identity.certificate, name: null }
    const access = { certificate, ...place.order.access }
    const receipt = await deliver(
      relayOrder(peer.port, { replyTimeout: secondsFor(fault), ...place.order, access }),
      tools,
    )
    await peer.allClosed()

    expect(endingOf(receipt)).toEqual(expectedEnding(fault, place))
    expect(tools.sessions.every(({ outcome }) => outcome !== 'running')).toBe(true)
    expect(getEventListeners(tools.signal, 'abort')).toEqual([])
    expect(Buffer.byteLength(JSON.stringify(tools.sessions))).toBeLessThan(bounded)
  })
})

/** Short where it is what ends the session; else no slow machine can make it end one. */
const secondsFor = ({ kind }: Fault): number => (kind === 'reply-timed-out' ? 2 : 20)

/** Octets that the record of a session may have, whatever the server says. */
const bounded = 3 * 1024 * 1024

function expectedEnding({ kind }: Fault, { stage, mail, certain, closing, instead }: Place): Ending {
  if (kind === 'service-closing' && closing !== null) return closing
  if (certain !== null) return certain
  if (mail === 'sent') return ['unknown', `outcome-unknown ${stage}`, 'unknown']
  return ['failed', instead[kind] ?? `${kind} ${stage}`, 'refused']
}

const endingOf = ({ outcome, failure, recipients }: Receipt): Ending => [
  outcome,
  failure && `${failure.kind} ${failure.stage}`,
  recipients[0]?.outcome,
]

/** Says it again and again, for as long as anybody listens. */
function flood(socket: Socket, text: string): void {
  const octets = Buffer.from(text)
  const more = () => {
    while (!socket.destroyed && socket.write(octets)) {}
  }
  socket.on('drain', more)
  more()
}

/** A line that never ends, octet by octet. */
function drip(socket: Socket): void {
  let said = 0
  const timer = setInterval(() => socket.write('250-x'.charAt(Math.min(said++, 4))), 50)
  socket.on('close', () => clearInterval(timer))
}
