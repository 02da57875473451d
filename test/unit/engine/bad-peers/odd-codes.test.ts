// Replies that refuse, and replies of a class that makes no sense: at every place, what they are called, and what they say is kept.
import type { Socket } from 'node:net'
import { beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { places } from '../../../fakes/places.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

let identity: Issued
beforeAll(async () => {
  identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
})

/** Says this in place of its reply, and hangs up as soon as the client goes on. */
async function answering(name: string, reply: string) {
  const place = places.find((one) => one.name === name)
  if (place === undefined) throw new Error(`There is no place called ${name}.`)
  const atEnd = (socket: Socket) => {
    socket.write(`${reply}\r\n`, 'latin1')
    socket.on('data', () => socket.end())
  }
  await using peer = await scriptedPeer(toScript(place.lines), { identity, atEnd })
  const certificate = { pin: null, authorities: identity.certificate, name: null }
  const access = { certificate, ...place.order.access }
  const { outcome, failure, recipients } = await deliver(
    relayOrder(peer.port, { ...place.order, access, replyTimeout: 20 }),
    deliveryTools(),
  )
  await peer.allClosed()
  return {
    ending: `${outcome}: ${failure?.kind} ${failure?.stage}, ${recipients.map((one) => one.outcome).join(' ')}`,
    reply: failure?.reply ?? null,
  }
}

const refused = (kind: string, outcome = 'failed') => `${outcome}: ${kind}, refused`
const uncertain = 'unknown: outcome-unknown data, unknown'

/** What a refusal means, and what a reply that is neither yes nor no. */
const meanings: readonly (readonly [place: string, refusal: string, odd: string])[] = [
  ['the connection', refused('greeting-refused greeting'), refused('greeting-refused greeting')],
  ['EHLO', refused('hello-refused ehlo'), refused('hello-refused ehlo')],
  ['HELO', refused('hello-refused ehlo'), refused('hello-refused ehlo')],
  ['EHLO inside TLS', refused('hello-refused ehlo'), refused('hello-refused ehlo')],
  ['STARTTLS', refused('starttls-refused tls'), refused('starttls-refused tls')],
  ['XCLIENT', refused('command-refused ehlo'), refused('command-refused ehlo')],
  ['AUTH', refused('login-refused auth'), refused('login-protocol-error auth')],
  ['a response of AUTH', refused('login-refused auth'), refused('login-protocol-error auth')],
  ['MAIL', refused('sender-refused mail', 'refused'), refused('sender-refused mail', 'refused')],
  ['RCPT', refused('recipients-refused rcpt', 'refused'), refused('recipients-refused rcpt', 'refused')],
  ['DATA', refused('command-refused data', 'refused'), refused('command-refused data', 'refused')],
  ['a chunk', refused('content-refused data', 'refused'), refused('content-refused data', 'refused')],
  ['the dot', refused('content-refused data', 'refused'), uncertain],
  ['the last chunk', refused('content-refused data', 'refused'), uncertain],
  ['the last chunk of a pipeline', refused('content-refused data', 'refused'), uncertain],
]

describe.each(meanings)('in place of the reply to %s', (name, refusal, odd) => {
  test.each(['554', '451'])('%s refuses, and what is said beyond ASCII is kept, NUL and all', async (code) => {
    const expected = code === '451' ? refusal.replace('login-refused', 'login-temporarily-refused') : refusal
    expect(await answering(name, `${code} 5.7.1 No\0 \xf1\xff`)).toEqual({
      ending: expected,
      reply: { code: Number(code), enhanced: '5.7.1', text: 'No\0 \xf1\xff' },
    })
  })

  test.each(['150', '399', '000', '999'])('%s is neither yes nor no', async (code) => {
    expect((await answering(name, `${code} Perhaps`)).ending).toBe(odd)
  })
})

/** A yes of the wrong kind. */
test.each([
  ['the connection', '250', refused('greeting-refused greeting')],
  ['STARTTLS', '250', refused('starttls-refused tls')],
  ['XCLIENT', '250', refused('command-refused ehlo')],
  ['AUTH', '250', refused('login-protocol-error auth')],
  ['DATA', '250', refused('command-refused data', 'refused')],
  ['MAIL', '354', refused('sender-refused mail', 'refused')],
  ['RCPT', '354', refused('recipients-refused rcpt', 'refused')],
  ['the dot', '354', uncertain],
  ['the dot', '220', uncertain],
  ['the dot', '221', uncertain],
  ['the last chunk', '235', uncertain],
])('%s is not answered by %s', async (name, code, ending) => {
  expect(await answering(name, `${code} OK`)).toMatchObject({ ending, reply: { code: Number(code) } })
})

/** With another reply right behind it, which shows as soon as the client goes on. */
test.each([
  ['the connection', '220', 'reply-malformed greeting'],
  ['EHLO', '250', 'reply-malformed mail'],
  ['HELO', '250', 'reply-malformed mail'],
  ['LHLO', '250', 'reply-malformed mail'],
  ['STARTTLS', '220', 'starttls-injection tls'],
  ['EHLO inside TLS', '250', 'reply-malformed mail'],
  ['XCLIENT', '220', 'reply-malformed ehlo'],
  ['AUTH', '235', 'reply-malformed mail'],
  ['AUTH', '334', 'reply-malformed auth'],
  ['a typed line', '250', 'reply-malformed mail'],
  ['MAIL', '250', 'reply-malformed mail'],
  ['RCPT', '250', 'reply-malformed rcpt'],
  ['DATA', '354', 'reply-malformed data'],
  ['a chunk', '250', 'reply-malformed data'],
])('two replies at once to %s are not taken for the answers to two commands', async (name, code, failure) => {
  const { ending } = await answering(name, `${code} mx.example\r\n250 OK`)
  expect(ending).toMatch(new RegExp(`^failed: ${failure}, (refused ?)+$`))
})

test('a reply to nothing, behind the last one, changes nothing', async () => {
  expect((await answering('the dot', '250 Taken\r\n554 No')).ending).toBe('accepted: undefined undefined, accepted')
})
