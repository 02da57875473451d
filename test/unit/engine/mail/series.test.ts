import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { type ComposedMail, composeMail, composeRawMail, mailSeries } from '../../../../electron/engine/mail/index.ts'
import { draftOf } from '../../../fakes/drafts.ts'

const now = new Date('2026-03-04T05:06:07Z')
const later = new Date('2026-11-12T13:14:15Z')
const carriage = { body: '7bit', headers: 'ascii' } as const
const textOf = async (mail: ComposedMail) => (await buffer(mail.open())).toString()
const compose = (text: string, subject = 'Hello') =>
  composeMail(draftOf({ from: 'ana@example.org', to: ['luis@example.net'], subject, format: 'plain', text }), {
    openAttachment: () => null,
    now,
    hostname: 'host.example',
  })
/** Without what is a mail's own. */
const common = (text: string) => text.replace(/^(Message-ID|Date): .*\r\n/gim, '')

it('gives each mail a Message-ID and a date of its own, and nothing else', async () => {
  // The subject has what the date's header has: it is none.
  const first = await compose('Hi.', 'Date: Wed, 04 Mar 2026 05:06:07 +0000')
  const next = await mailSeries(first, now)
  const [second, third] = [next(later), next(later)]
  const texts = await Promise.all([first, second, third].map(textOf))
  expect(new Set([first, second, third].map(({ messageId }) => messageId)).size).toBe(3)
  expect(texts.map((text) => /^Message-ID: (.*)\r$/m.exec(text)?.[1])).toEqual(
    [first, second, third].map(({ messageId }) => messageId),
  )
  expect(texts.map((text) => /^Date: (.*)\r$/m.exec(text)?.[1])).toEqual([
    'Wed, 04 Mar 2026 05:06:07 +0000',
    'Thu, 12 Nov 2026 13:14:15 +0000',
    'Thu, 12 Nov 2026 13:14:15 +0000',
  ])
  expect(new Set(texts.map(common)).size).toBe(1)
  expect(new Set([first, second, third].map(({ size }) => size))).toEqual(new Set([texts[1]?.length]))
})

it('keeps its Message-ID when it is made anew for a server that takes less', async () => {
  const mail = (await mailSeries(await compose('¿Qué tal?'), now))(later)
  const remade = await mail.recompose?.(carriage, new AbortController().signal)
  const text = remade?.kind === 'mail' ? await textOf(remade.mail) : ''
  expect(text).toContain(`Message-ID: ${mail.messageId}\r\n`)
  expect(text).toContain('Date: Thu, 12 Nov 2026 13:14:15 +0000\r\n')
  expect(text).toContain('=C2=BFQu=C3=A9 tal?')
})

it('leaves the date of a raw mail, and a Message-ID that was chosen, as they are', async () => {
  const raw = 'Message-ID: <mine@x>\r\nDate: Wed, 04 Mar 2026 05:06:07 +0000\r\nFrom: a@b.example\r\n\r\nHi.\r\n'
  const envelope = { from: 'a@b.example', to: ['c@d.example'] }
  const source = async function* () {
    yield Buffer.from(raw)
  }
  const mail = (await mailSeries(await composeRawMail(source, envelope), null))(later)
  expect([mail.messageId, await textOf(mail)]).toEqual(['<mine@x>', raw])
})
