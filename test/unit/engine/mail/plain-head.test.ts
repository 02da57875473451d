import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, it } from 'vitest'
import type { MimeMail } from '../../../../electron/engine/mail/mime-mail.ts'
import { mimeTree } from '../../../../electron/engine/mail/mime-tree.ts'
import { isPlain, plainHead } from '../../../../electron/engine/mail/plain-head.ts'

const mailOf = (part: Partial<MimeMail>): MimeMail => ({
  from: { name: 'Ana', address: 'ana@example.org' },
  to: [{ name: '', address: 'luis@example.net' }],
  cc: [],
  replyTo: null,
  subject: 'Hello',
  messageId: '<1@example.org>',
  date: new Date('2026-03-04T05:06:07Z'),
  headers: [],
  html: null,
  text: 'Hi.',
  boundary: 'b',
  ...part,
})
const text = { encoding: '7bit', octets: Buffer.from('Hi.\r\n') } as const
const read = (mail: Buffer) => PostalMime.parse(mail)

it('says what the composer says, of any mail that is plain', async () => {
  const words = fc.stringMatching(/^[ -~]{0,120}$/)
  const name = words.map((typed) => typed.trim())
  const address = fc.record({
    name,
    address: fc.constantFrom(
      'a@b.example',
      '"a b"@b.example',
      '"a,\\"b"@b.example',
      'a.b+c@[192.0.2.1]',
      'x@españa.example',
    ),
  })
  const mails = fc.record({
    from: address,
    to: fc.array(address, { maxLength: 20 }),
    cc: fc.array(address, { maxLength: 2 }),
    replyTo: fc.option(address),
    subject: words,
  })
  await fc.assert(
    fc.asyncProperty(mails.map(mailOf).filter(isPlain), async (mail) => {
      const plain = Buffer.concat([plainHead(mail, '7bit'), text.octets])
      const composed = Buffer.concat(mimeTree(mail, { text, html: null }, []).map((piece) => piece as Buffer))
      const [one, other] = await Promise.all([read(plain), read(composed)])
      const shown = { headers: null, headerLines: null }
      expect({ ...one, ...shown }).toEqual({ ...other, ...shown })
      expect(one.headers.map(({ key }) => key).toSorted()).toEqual(other.headers.map(({ key }) => key).toSorted())
      expect(
        plain
          .toString()
          .split('\r\n')
          .every((line) => line.length <= 300 && !/^\s+$/.test(line)),
      ).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it.each<[string, Partial<MimeMail>]>([
  ['a name beyond ASCII', { from: { name: 'José', address: 'jose@example.org' } }],
  ['an address beyond ASCII', { to: [{ name: '', address: 'josé@example.org' }] }],
  ['a subject that looks encoded', { subject: '=?utf-8?q?a?=' }],
  ['a word too long for a line', { subject: 'x'.repeat(1000) }],
  ['spaces that folding would lose', { subject: 'a  b' }],
  ['a header of its own', { headers: [{ name: 'X-A', value: 'b' }] }],
  ['HTML', { html: '<p>Hi</p>' }],
])('leaves %s to the composer', (_what, part) => {
  expect(isPlain(mailOf(part))).toBe(false)
})
