// What becomes of a mail that a server does not bear as it is, and what the log says of it.
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { type ComposedMail, composeMail, composeRawMail } from '../../../../electron/engine/mail/index.ts'
import { explainFailure } from '../../../../shared/explain/failures.ts'
import { chunkSink } from '../../../fakes/chunk-sink.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { draftOf } from '../../../fakes/drafts.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { wire } from '../../../fakes/wire.ts'

const envelope = { from: 'ana@example.org', to: ['luis@example.net'] }
const mime = 'MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n'

const raw = (text: string, wish = envelope) =>
  composeRawMail(async function* () {
    yield Buffer.from(text)
  }, wish)

const composed = (text: string, to = 'luis@example.net') =>
  composeMail(draftOf({ from: 'ana@example.org', to: [to], format: 'plain', text }), {
    openAttachment: () => null,
    now: new Date(0),
    hostname: 'host.example',
  })

async function send(mail: ComposedMail, offers: readonly string[], order = {}) {
  await using sink = await chunkSink({ offers: ['CHUNKING', ...offers] })
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(sink.port, { mail, ...order }), tools)
  const said = tools.sessions.flatMap(({ entries }) =>
    entries.filter(({ kind }) => kind === 'note' || kind === 'warning').map(({ text }) => text),
  )
  const mailCommand = sink.commands.find((command) => command.startsWith('MAIL')) ?? null
  return { outcome: receipt.outcome, failure: receipt.failure, said, mailCommand, mail: String(sink.mails[0] ?? '') }
}

it('announces a text in 8 bits, and encodes it where that is not offered', async () => {
  const mail = await composed('¿Qué tal?')
  const borne = await send(mail, ['8BITMIME'])
  expect([borne.mailCommand, borne.said]).toEqual(['MAIL FROM:<ana@example.org> BODY=8BITMIME', []])
  expect(borne.mail).toContain('8bit\r\n\r\n¿Qué tal?\r\n')
  const encoded = await send(mail, [])
  expect([encoded.mailCommand, encoded.said]).toEqual([
    'MAIL FROM:<ana@example.org>',
    ['127.0.0.1 does not offer 8BITMIME: its text is encoded in 7 bits.'],
  ])
  expect(encoded.mail).toContain('quoted-printable\r\n\r\n=C2=BFQu=C3=A9 tal?\r\n')
})

it('encodes a text where a person switched 8BITMIME off, and not where it is switched on', async () => {
  const mail = await composed('¿Qué tal?')
  const off = await send(mail, ['8BITMIME'], { wire: wire({ extensions: { '8BITMIME': 'off' } }) })
  const on = await send(mail, [], { wire: wire({ extensions: { '8BITMIME': 'on' } }) })
  expect([off.mailCommand, on.mailCommand]).toEqual([
    'MAIL FROM:<ana@example.org>',
    'MAIL FROM:<ana@example.org> BODY=8BITMIME',
  ])
})

it('says what of a raw mail was written anew', async () => {
  const { outcome, said } = await send(await raw(`Subject: ñ\n${mime}\nñ\n`), [])
  expect([outcome, said]).toEqual([
    'accepted',
    [
      '127.0.0.1 does not offer 8BITMIME and SMTPUTF8: ' +
        '1 text encoded as quoted-printable, 1 header written in ASCII.',
    ],
  ])
})

it('tells why a mail cannot be written anew, in both languages, before MAIL', async () => {
  const { outcome, failure, mailCommand } = await send(await raw(`DKIM-Signature: v=1\n${mime}\nñ\n`), [])
  expect([outcome, mailCommand, failure?.kind, failure?.message]).toEqual([
    'failed',
    null,
    'needs-8bitmime',
    'The mail needs 8BITMIME, which 127.0.0.1 does not offer, and it cannot be written anew: ' +
      'it is signed or encrypted (dkim-signature), and a change would break that.',
  ])
  if (failure === null) return
  expect(explainFailure(failure, 'en').happened).toContain('cannot be encoded anew: it is signed or encrypted (dkim-')
  expect(explainFailure(failure, 'es').happened).toContain('de nuevo: está firmado o cifrado (dkim-signature) y ')
})

it.each([
  ['a raw mail', () => raw('Subject: ñ\n\nn\n', { ...envelope, to: ['josé@example.net'] })],
  ['a composed one', () => composed('n', 'josé@example.net')],
])('writes nothing anew for an address that nothing but SMTPUTF8 can carry: %s', async (_what, make) => {
  const { failure, said } = await send(await make(), ['8BITMIME'])
  expect([failure?.kind, failure?.facts.reason, said]).toEqual([
    'needs-smtputf8',
    'josé@example.net can be written in no other way',
    [],
  ])
})

it('warns of a line that is longer than a server must take', async () => {
  const { outcome, said } = await send(await raw(`Subject: n\n\n${'x'.repeat(1200)}\n`), [])
  expect([outcome, said]).toEqual([
    'accepted',
    ['The longest line of the mail has 1200 octets, and a server need not take more than 998.'],
  ])
})

it('stops at once while a mail is written anew', async () => {
  await using sink = await chunkSink({ offers: [] })
  const stop = new AbortController()
  let isAsked = false
  const mail: ComposedMail = {
    ...composedMail({ needs8bit: true }),
    async recompose(_carriage, signal) {
      isAsked = true
      while (!signal.aborted) await turn()
      throw signal.reason
    },
  }
  const delivering = deliver(relayOrder(sink.port, { mail }), deliveryTools({ signal: stop.signal }))
  while (!isAsked) await turn()
  stop.abort()
  expect((await delivering).failure?.kind).toBe('stopped')
})
