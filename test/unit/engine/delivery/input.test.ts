// What is refused before anything is sent, or before the mail is.
import { describe, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, type OrderWish, relayOrder } from '../../../fakes/order.ts'
import { scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: false } as const

async function refusal(wish: OrderWish) {
  const tools = deliveryTools()
  const { outcome, failure, recipients } = await deliver(relayOrder(9, wish), tools)
  return [outcome, failure?.kind, failure?.stage, recipients.length, tools.sessions.length]
}

test.each<[string, OrderWish, string]>([
  ['no recipients', { mail: composedMail({ to: [] }) }, 'no-recipients'],
  ['a recipient that is none', { mail: composedMail({ to: ['luis'] }) }, 'address-invalid'],
  ['a sender that is none', { mail: composedMail({ from: 'ana@' }) }, 'address-invalid'],
  ['no host', { access: { host: '' } }, 'host-invalid'],
  ['a host with a space', { access: { host: 'mx example' } }, 'host-invalid'],
  ['a login without a password', { access: { login, secret: null } }, 'password-missing'],
])('%s: nothing is opened', async (_name, wish, kind) => {
  const recipients = wish.mail?.envelope.to.length ?? 1
  expect(await refusal(wish)).toEqual(['failed', kind, 'input', recipients, 0])
})

describe.each(['\r\n', '\r', '\n', '\0', '\x1b', '\x7f', '\x85', '\u2028'])('the control character %j', (control) => {
  test.each<[string, (text: string) => OrderWish, string]>([
    ['a recipient', (text) => ({ mail: composedMail({ to: [`a${text}RCPT TO:<x@example.net>`] }) }), 'address-invalid'],
    ['a quoted recipient', (text) => ({ mail: composedMail({ to: [`"a${text}b"@example.net`] }) }), 'address-invalid'],
    ['the sender', (text) => ({ mail: composedMail({ from: `a@example.org${text}DATA` }) }), 'address-invalid'],
    ['the host', (text) => ({ access: { host: `mx${text}` } }), 'host-invalid'],
  ])('in %s is refused before anything is opened', async (_where, wish, kind) => {
    expect(await refusal(wish(control))).toEqual(['failed', kind, 'input', 1, 0])
  })

  it('in the EHLO name is refused before it is said', async () => {
    await using peer = await scriptedPeer(toScript(['S: 220 mx', 'C: anything']))
    const order = relayOrder(peer.port, { access: { ehloName: `me${control}MAIL` } })
    const { failure } = await deliver(order, deliveryTools())
    expect([failure?.kind, peer.received.filter((line) => line !== 'QUIT')]).toEqual(['profile-invalid', []])
  })
})

/** What the server offers, the mail, and the failure before MAIL. */
test.each([
  ['SIZE 10', composedMail(), 'mail-too-large'],
  ['SIZE 10000', composedMail({ from: 'josé@example.org' }), 'needs-smtputf8'],
  ['SIZE 10000', composedMail({ needsUtf8: true }), 'needs-smtputf8'],
  ['SIZE 10000', composedMail({ needs8bit: true }), 'needs-8bitmime'],
])('where %s is all that is offered, a mail that needs more is refused here: %#', async (offer, mail, kind) => {
  await using peer = await scriptedPeer(
    toScript(['S: 220 mx', 'C: EHLO', 'S: 250-mx', `S: 250 ${offer}`, 'C: QUIT', 'S: 221 Bye']),
  )
  const { outcome, failure } = await deliver(relayOrder(peer.port, { mail }), deliveryTools())
  expect([outcome, failure?.kind, failure?.stage, peer.received.at(-1)]).toEqual(['failed', kind, 'mail', 'QUIT'])
})

test.each([
  ['AUTH PLAIN LOGIN', 'login-needs-tls'],
  ['AUTH GSSAPI', 'login-mechanism-unavailable'],
  ['SIZE', 'login-not-offered'],
])('in plain text, with %s offered, the secret stays here', async (offer, kind) => {
  await using peer = await scriptedPeer(
    toScript(['S: 220 mx', 'C: EHLO', 'S: 250-mx', `S: 250 ${offer}`, 'C: QUIT', 'S: 221 Bye']),
  )
  const { failure } = await deliver(relayOrder(peer.port, { access: { login, secret: 's3cret' } }), deliveryTools())
  expect([failure?.kind, failure?.stage, peer.received.at(-1)]).toEqual([kind, 'auth', 'QUIT'])
})

it('a password that a server quotes is hidden in log and receipt', async () => {
  const script = [
    'S: 220 mx',
    'C: EHLO',
    'S: 250-mx',
    'S: 250 AUTH LOGIN',
    'C: AUTH',
    'S: 334 VXNlcm5hbWU6',
    'C: user',
    'S: 334 UGFzc3dvcmQ6',
  ]
  const quote = 'S: 535 Not s3cret-word, not czNjcmV0LXdvcmQ='
  await using peer = await scriptedPeer(toScript([...script, 'C: password', quote, 'C: QUIT', 'S: 221 Bye']))
  const tools = deliveryTools()
  const access = { login: { ...login, allowPlaintext: true }, secret: 's3cret-word' }
  const receipt = await deliver(relayOrder(peer.port, { access }), tools)
  expect(receipt.failure?.reply?.text).toBe('Not [hidden], not [hidden]')
  expect(JSON.stringify([receipt, tools.sessions])).not.toMatch(/s3cret|czNjcmV0/)
})
