// Stop, wherever a session is: it ends at once, the socket is closed, and what is certain is told.
import { getEventListeners } from 'node:events'
import { setImmediate as turn } from 'node:timers/promises'
import { beforeAll, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { Receipt } from '../../../../shared/values/receipt.ts'
import type { Stage } from '../../../../shared/values/stage.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { type Ending, type Place, places } from '../../../fakes/places.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

const endingOf = ({ outcome, failure, recipients }: Receipt): Ending => [
  outcome,
  failure && `${failure.kind} ${failure.stage}`,
  recipients[0]?.outcome,
]

/** Nobody waits so long: only Stop ends these sessions. */
const replyTimeout = 600

test.each(places.filter(({ lines }) => lines.length > 0))(
  'Stop while the server owes its reply to $name',
  async (place) => {
    const stop = new AbortController()
    const tools = deliveryTools({ signal: stop.signal })
    const said = place.lines.filter((line) => line.startsWith('S:')).length
    const heard = () =>
      tools.sessions.flatMap(({ entries }) => entries.filter((one) => one.direction === 'server')).length
    const atEnd = async () => {
      while (heard() < said) await turn()
      stop.abort()
    }
    await using peer = await scriptedPeer(toScript(place.lines), { identity, atEnd })
    const certificate = { pin: null, authorities: identity.certificate, name: null }
    const access = { certificate, ...place.order.access }
    const receipt = await deliver(relayOrder(peer.port, { replyTimeout, ...place.order, access }), tools)
    await peer.allClosed()
    expect(endingOf(receipt)).toEqual(expectedEnding(place))
    expect(getEventListeners(stop.signal, 'abort')).toEqual([])
  },
)

function expectedEnding({ stage, mail, certain, closing }: Place): Ending {
  if (mail === 'sent') return ['unknown', `outcome-unknown ${stage}`, 'unknown']
  // A mail that is taken back is nobody's already; what comes behind a verdict is courtesy.
  if (certain !== null) return closing === null ? certain : ['refused', `stopped ${stage}`, 'refused']
  return ['failed', `stopped ${stage}`, 'refused']
}

test.each<Stage>(['dns', 'connect', 'greeting'])('Stop during %s', async (stage) => {
  await using peer = await rawPeer(() => {})
  const stop = new AbortController()
  const tools = deliveryTools({
    signal: stop.signal,
    onStage: (now) => now === stage && queueMicrotask(() => stop.abort()),
  })
  const receipt = await deliver(relayOrder(peer.port, { replyTimeout }), tools)
  await peer.allClosed()
  expect(endingOf(receipt)).toEqual(['failed', `stopped ${stage}`, 'refused'])
  expect(tools.sessions.map(({ outcome }) => outcome)).toEqual(['stopped'])
})

it('Stop in the middle of a handshake', async () => {
  const stop = new AbortController()
  const atHello = {
    atEnd: (socket: { once(event: 'data', then: () => void): void }) => socket.once('data', () => stop.abort()),
  }
  const lines = ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250 STARTTLS', 'C: STARTTLS', 'S: 220 Go ahead']
  await using peer = await scriptedPeer(toScript(lines), atHello)
  const order = relayOrder(peer.port, { replyTimeout, access: { security: 'starttls' } })
  const receipt = await deliver(order, deliveryTools({ signal: stop.signal }))
  await peer.allClosed()
  expect(endingOf(receipt)).toEqual(['failed', 'stopped tls', 'refused'])
})

test.each([
  ['data', ['S: 250 mx'], ['C: DATA', 'S: 354 Go ahead']],
  ['chunks', ['S: 250-mx', 'S: 250 CHUNKING'], ['C: BDAT']],
])('Stop while a server that reads nothing more keeps a mail in %s waiting', async (_, ehlo, begin) => {
  const stop = new AbortController()
  const script = ['S: 220 mx', 'C: EHLO', ...ehlo, 'C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', ...begin]
  await using peer = await scriptedPeer(toScript(script), { atEnd: (socket) => socket.pause() })
  const chunk = Buffer.alloc(65_536, 'x')
  let isStuck = false
  const mail = {
    ...composedMail(),
    size: chunk.length * 100_000,
    async *open() {
      for (;;) {
        yield chunk
        // A source that is not asked for more in the time that others take a whole turn: the wire is full.
        clearTimeout(timer)
        timer = setTimeout(() => {
          isStuck = true
          stop.abort()
        }, 200)
      }
    },
  }
  let timer: NodeJS.Timeout | undefined
  const receipt = await deliver(relayOrder(peer.port, { replyTimeout, mail }), deliveryTools({ signal: stop.signal }))
  clearTimeout(timer)
  expect([...endingOf(receipt), isStuck]).toEqual(['failed', 'stopped data', 'refused', true])
})

test('the receipt is told before the server has answered QUIT, and Stop waits for no answer', async () => {
  const whole = ['S: 220 mx', 'C: EHLO', 'S: 250 mx', 'C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: DATA', 'S: 354']
  const lines = [...whole, 'C: Subject: Hello', 'C: ', 'C: Hello.', 'C: .', 'S: 250 OK', 'C: QUIT', '* silence']
  await using peer = await scriptedPeer(toScript(lines))
  const stop = new AbortController()
  const told: string[] = []
  const tools = deliveryTools({
    signal: stop.signal,
    onReceipt({ outcome }) {
      told.push(outcome, tools.sessions[0]?.outcome ?? '')
      setImmediate(() => stop.abort())
    },
  })
  const receipt = await deliver(relayOrder(peer.port, { replyTimeout: 60 }), tools)
  expect([...told, receipt.outcome, tools.sessions[0]?.outcome]).toEqual(['accepted', 'running', 'accepted', 'ok'])
})

test('a signal that was aborted before opens no connection', async () => {
  const receipt = await deliver(relayOrder(9), deliveryTools({ signal: AbortSignal.abort() }))
  expect(receipt.failure?.kind).toBe('stopped')
})
