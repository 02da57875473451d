import { expect, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { Stage } from '../../../../shared/values/stage.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const whole = ['S: 220 mx', 'C: EHLO', 'S: 250 mx', 'C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: DATA', 'S: 354']

/** How many steps the server takes before it falls silent, and the stage at which Stop is pressed then. */
test.each<[stage: Stage, steps: number, recipient: string]>([
  ['dns', 0, 'refused'],
  ['connect', 0, 'refused'],
  ['greeting', 0, 'refused'],
  ['ehlo', 2, 'refused'],
  ['mail', 4, 'refused'],
  ['rcpt', 6, 'refused'],
  ['data', 8, 'refused'],
])('Stop during %s ends the session at once', async (stage, steps, recipient) => {
  await using peer = await scriptedPeer(toScript([...whole.slice(0, steps), '* silence']))
  const stop = new AbortController()
  const tools = deliveryTools({
    signal: stop.signal,
    onStage: (now) => now === stage && queueMicrotask(() => stop.abort()),
  })
  const receipt = await deliver(relayOrder(peer.port, { replyTimeout: 60 }), tools)
  expect([receipt.failure?.kind, receipt.recipients[0]?.outcome]).toEqual(['stopped', recipient])
  expect(tools.sessions.map(({ outcome }) => outcome)).toEqual(['stopped'])
})

test('Stop after the final dot leaves the outcome unknown', async () => {
  const lines = [...whole, 'C: Subject: Hello', 'C: ', 'C: Hello.', 'C: .', '* silence']
  await using peer = await scriptedPeer(toScript(lines))
  const stop = new AbortController()
  const onProgress = (sent: number, total: number) => void (sent === total && setImmediate(() => stop.abort()))
  const order = relayOrder(peer.port, { replyTimeout: 60, mail: composedMail() })
  const receipt = await deliver(order, deliveryTools({ signal: stop.signal, onProgress }))
  expect([receipt.outcome, receipt.failure?.kind, receipt.recipients[0]?.outcome]).toEqual([
    'unknown',
    'outcome-unknown',
    'unknown',
  ])
})

test('the receipt is told before the server has answered QUIT, and Stop waits for no answer', async () => {
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
