// The scenario that offers CHUNKING (RFC 3030): what is kept of chunks, and what becomes of those that are refused.
import { afterEach, expect, it } from 'vitest'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { deliver } from '../../../electron/engine/delivery/index.ts'
import { composedMail } from '../../fakes/composed-mail.ts'
import { deliveryTools, relayOrder } from '../../fakes/order.ts'
import { type Client, connect } from './client.ts'
import { startTestServer, type TestServer } from './test-server.ts'

let server: TestServer
afterEach(() => server.stop())

async function greeted(): Promise<Client> {
  server = await startTestServer({ scenario: 'chunks' })
  const client = await connect(server.port('mx'))
  await client.reply()
  await client.ask('EHLO client.test')
  return client
}

/** The lines, one after the other, with the octets that stand behind each; the replies. */
async function said(client: Client, ...lines: readonly (string | readonly [line: string, octets: string])[]) {
  const replies: string[] = []
  for (const one of lines) {
    const [line, octets] = typeof one === 'string' ? [one, ''] : one
    client.send(`${line}\r\n${octets}`)
    replies.push(await client.reply())
  }
  client.drop()
  return replies.map((reply) => reply.slice(0, 9))
}

const from = 'MAIL FROM:<a@b.test>'
const to = 'RCPT TO:<c@d.test>'
const kept = () => server.mails.map(({ octets }) => octets.toString('latin1'))

it('keeps what stands in the chunks, octet for octet, dots and bare line ends too', async () => {
  const replies = await said(
    await greeted(),
    from,
    to,
    ['BDAT 9', 'A: b\r\n\r\n.'],
    ['bdat 6', '\r\n..\n\r'],
    'BDAT 0 LAST',
  )
  expect([replies, kept()]).toEqual([
    ['250 2.1.0', '250 2.1.5', '250 2.0.0', '250 2.0.0', '250 2.0.0'],
    ['A: b\r\n\r\n.\r\n..\n\r'],
  ])
})

it('takes a binary mail by chunks alone', async () => {
  const replies = await said(await greeted(), `${from} BODY=binarymime`, to, 'DATA', ['BDAT 3 LAST', '\0\xff\n'])
  expect([replies, kept()]).toEqual([['250 2.1.0', '250 2.1.5', '503 5.5.1', '250 2.0.0'], ['\0\xff\n']])
})

it('takes in the octets of a chunk that it refuses, so that none of them counts as a command', async () => {
  const quit = 'QUIT\r\n'
  const replies = await said(await greeted(), ['BDAT 6 LAST', quit], from, ['BDAT 6', quit], to, 'BDAT six', 'NOOP')
  expect([replies, kept()]).toEqual([
    ['503 5.5.1', '250 2.1.0', '554 5.5.1', '250 2.1.5', '501 5.5.4', '250 2.0.0'],
    [],
  ])
})

it('lets nothing but chunks into a mail of chunks, and keeps nothing of one that is taken back', async () => {
  const replies = await said(
    await greeted(),
    ...[from, to, ['BDAT 2', 'a\n'] as const, 'DATA', to, from, 'RSET', 'DATA'],
    ...[from, to, ['BDAT 3 LAST', 'b\r\n'] as const],
  )
  expect([replies, kept()]).toEqual([
    ['250 2.1.0', '250 2.1.5', '250 2.0.0', '503 5.5.1', '503 5.5.1', '503 5.5.1', '250 2.0.0', '503 5.5.1'].concat([
      '250 2.1.0',
      '250 2.1.5',
      '250 2.0.0',
    ]),
    ['b\r\n'],
  ])
})

it('keeps nothing of a mail whose last chunk does not come, and says so', async () => {
  const client = await greeted()
  await said(client, from, to, ['BDAT 2', 'a\n'])
  expect([await server.transcript(), kept()]).toEqual([
    expect.stringContaining('The mail was not stored: it was given up before its last chunk'),
    [],
  ])
})

it('refuses a mail that is larger than the limit, and goes on', async () => {
  const client = await greeted()
  const size = 64 * 1024 * 1024 + 1
  for (const line of [from, to]) await client.ask(line)
  client.send(`BDAT ${size} LAST\r\n`)
  client.send(Buffer.alloc(size, 'x'))
  const refused = await client.reply()
  expect([refused.slice(0, 9), await said(client, from), kept()]).toEqual(['552 5.3.4', ['250 2.1.0'], []])
})

it('takes a binary mail of ours', async () => {
  server = await startTestServer({ scenario: 'chunks' })
  const mail = { ...composedMail({ content: 'Subject: a\r\n\r\n\0\n.\n' }), isBinary: true }
  const { outcome } = await deliver(relayOrder(server.port('mx'), { mail }), deliveryTools())
  const transcript = await server.transcript()
  expect([outcome, kept(), transcript.includes(' BODY=BINARYMIME')]).toEqual([
    'accepted',
    ['Subject: a\r\n\r\n\0\n.\n'],
    true,
  ])
})

it.each([
  ['one chunk behind its envelope', 'Subject: a\r\n\r\n.\r\n', {}],
  ['several chunks', `Subject: a\r\n\r\n${'.line of a mail\r\n'.repeat(20_000)}`, { chunkSize: 65_536 }],
])('takes a mail of ours: %s', async (_, content, options) => {
  server = await startTestServer({ scenario: 'chunks' })
  const order = relayOrder(server.port('mx'), { mail: composedMail({ content }), wire: { ...defaultWire, ...options } })
  const { outcome } = await deliver(order, deliveryTools())
  const transcript = await server.transcript()
  const verbs = [...transcript.matchAll(/^C: (BDAT|DATA)/gm)].map(([, verb]) => verb)
  expect([outcome, kept(), new Set(verbs), verbs.length > 1]).toEqual([
    'accepted',
    [content],
    new Set(['BDAT']),
    'chunkSize' in options,
  ])
})
