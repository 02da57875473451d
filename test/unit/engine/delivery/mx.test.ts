// Direct to MX, with every host on this machine.
import { expect, it } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { type FakeNames, fakeResolver } from '../../../fakes/resolver.ts'
import { type Peer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const taking = (recipients: number) => [
  'S: 220 mx',
  'C: EHLO',
  'S: 250 mx',
  'C: MAIL',
  'S: 250 OK',
  ...Array.from({ length: recipients }, () => ['C: RCPT', 'S: 250 OK']).flat(),
  'C: DATA',
  'S: 354 Go',
  'C: Subject: Hello',
  'C: ',
  'C: Hello.',
  'C: .',
  'S: 250 Taken',
  'C: QUIT',
  'S: 221 Bye',
]
const busy = ['S: 421 Busy', '* hang up', '* connect']
const closed = ['S: 554 No', 'C: QUIT', 'S: 221 Bye']

async function deliverTo(to: readonly string[], names: FakeNames, peer: Peer) {
  const tools = deliveryTools({ resolver: fakeResolver(names), mxPort: peer.port })
  const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: true } as const
  const access = { route: 'mx', host: '', security: 'starttls-if-offered', login, secret: 's3cret' } as const
  const receipt = await deliver(relayOrder(0, { access, mail: composedMail({ to }) }), tools)
  return {
    outcome: receipt.outcome,
    failure: receipt.failure?.kind ?? null,
    recipients: receipt.recipients.map(({ address, outcome, stage }) => `${address} ${outcome} ${stage}`),
    sessions: tools.sessions.map(({ name, outcome }) => `${name}: ${outcome}`),
    host: receipt.server?.host,
  }
}

it('sends to each domain over a session of its own, and keeps the order of the recipients', async () => {
  const script = [...taking(2), '* connect', ...taking(1)]
  await using peer = await scriptedPeer(toScript(script))
  const names = {
    mx: { 'one.example': [[10, 'mx.one.example']], 'two.example': [] },
    addresses: { 'mx.one.example': ['127.0.0.1'], 'two.example': ['127.0.0.1'] },
  } as const
  expect(await deliverTo(['a@one.example', 'b@two.example', 'c@ONE.example'], names, peer)).toEqual({
    outcome: 'accepted',
    failure: null,
    recipients: ['a@one.example accepted data', 'b@two.example accepted data', 'c@ONE.example accepted data'],
    sessions: ['one.example by MX: ok', 'two.example by MX: ok'],
    host: 'two.example',
  })
  expect(peer.received.filter((line) => line.startsWith('RCPT'))).toEqual([
    'RCPT TO:<a@one.example>',
    'RCPT TO:<c@ONE.example>',
    'RCPT TO:<b@two.example>',
  ])
  expect(peer.received.join()).not.toMatch(/AUTH/)
})

const two = {
  mx: {
    'example.org': [
      [10, 'gone.example.org'],
      [20, 'busy.example.org'],
      [30, 'good.example.org'],
    ],
  },
  addresses: { 'busy.example.org': ['127.0.0.1'], 'good.example.org': ['127.0.0.1'] },
} as const

it('goes on to the next host when one does not exist or is busy', async () => {
  await using peer = await scriptedPeer(toScript([...busy, ...taking(1)]))
  expect(await deliverTo(['a@example.org'], two, peer)).toMatchObject({ outcome: 'accepted', host: 'good.example.org' })
})

it('takes a final refusal at the door as final', async () => {
  await using peer = await scriptedPeer(toScript(closed))
  expect(await deliverTo(['a@example.org'], two, peer)).toMatchObject({
    outcome: 'failed',
    failure: 'greeting-refused',
    host: 'busy.example.org',
  })
})

it('one domain that takes no mail does not stop the others', async () => {
  await using peer = await scriptedPeer(toScript(taking(1)))
  const names = { mx: { 'null.example': [[0, '']] }, addresses: { 'good.example': ['127.0.0.1'] } } as const
  expect(await deliverTo(['a@null.example', 'b@good.example'], names, peer)).toMatchObject({
    outcome: 'partial',
    failure: 'domain-takes-no-mail',
    recipients: ['a@null.example refused dns', 'b@good.example accepted data'],
  })
})

it('reaches address literals', async () => {
  await using peer = await scriptedPeer(toScript(taking(1)))
  expect(await deliverTo(['a@[127.0.0.1]'], {}, peer)).toMatchObject({ outcome: 'accepted', host: '127.0.0.1' })
})

it('tells what is unknown before what was refused', async () => {
  const refusing = ['S: 220 mx', 'C: EHLO', 'S: 250 mx', 'C: MAIL', 'S: 550 No', 'C: QUIT', 'S: 221 Bye', '* connect']
  await using peer = await scriptedPeer(toScript([...refusing, ...taking(1).slice(0, -3), '* hang up']))
  const names = { addresses: { 'one.example': ['127.0.0.1'], 'two.example': ['127.0.0.1'] } } as const
  expect(await deliverTo(['a@one.example', 'b@two.example'], names, peer)).toMatchObject({
    outcome: 'unknown',
    failure: 'outcome-unknown',
    recipients: ['a@one.example refused mail', 'b@two.example unknown data'],
  })
})
