import { isAscii } from 'node:buffer'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { Draft } from '#shared/values/draft.ts'
import { type ComposedMail, type ComposeTools, composeMail } from '../../../../electron/engine/mail/index.ts'

const empty: Draft = {
  id: 'd1',
  profileId: null,
  from: 'Ana <ana@example.org>',
  to: ['beto@example.com'],
  cc: [],
  bcc: [],
  replyTo: '',
  subject: 'Hello',
  format: 'plain',
  html: '',
  text: 'Hi.',
  headers: [],
  attachments: [],
  envelope: null,
  raw: null,
  wire: null,
}

const filesOf = (files: Readonly<Record<string, Uint8Array>>): ComposeTools => ({
  now: new Date('2026-03-04T05:06:07Z'),
  hostname: 'host.example',
  openAttachment(id) {
    const bytes = files[id]
    return bytes === undefined ? null : inPieces(bytes)
  },
})

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

const compose = (change: Partial<Draft>, files = {}) => composeMail({ ...empty, ...change }, filesOf(files))
const bytesOf = (mail: ComposedMail) => buffer(mail.open())
const textOf = async (mail: ComposedMail) => (await bytesOf(mail)).toString('latin1')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const failureOf = async (change: Partial<Draft>, files = {}) => {
  const trouble: unknown = await compose(change, files).then(
    () => null,
    (error: unknown) => error,
  )
  return trouble instanceof Error && 'failure' in trouble ? trouble.failure : trouble
}

describe('a composed mail', () => {
  it('reads back as it was written', async () => {
    const picture = Buffer.alloc(5000, 7)
    const file = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256))
    const mail = await compose(
      {
        from: 'Ángel Núñez <angel@example.org>',
        to: ['"Ñandú, S. A." <beto@example.com>'],
        cc: ['c@example.com'],
        bcc: ['secret@example.net'],
        replyTo: 'answers@example.org',
        subject: '¿Mañana? ✉️ 🎉',
        format: 'rich',
        html: '<h1>Título</h1><p>Hola <b>José</b> <img src="cid:p1@heloise"></p>',
        headers: [{ name: 'X-CamelCase-ID', value: 'año 1' }],
        attachments: [
          { id: 'a', name: 'informe año.pdf', type: 'application/pdf', size: file.length, contentId: null },
          { id: 'p', name: 'foto.png', type: 'image/png', size: picture.length, contentId: 'p1@heloise' },
          { id: 'gone', name: 'unused.png', type: 'image/png', size: 3, contentId: 'p2@heloise' },
        ],
      },
      { a: file, p: picture },
    )
    const bytes = await bytesOf(mail)
    const read = await PostalMime.parse(bytes)
    expect(read).toMatchObject({
      from: { name: 'Ángel Núñez', address: 'angel@example.org' },
      to: [{ name: 'Ñandú, S. A.', address: 'beto@example.com' }],
      subject: '¿Mañana? ✉️ 🎉',
      date: '2026-03-04T05:06:07.000Z',
      messageId: mail.messageId,
      html: '<h1>Título</h1><p>Hola <b>José</b> <img src="cid:p1@heloise"></p>\n',
      text: 'Título\n\nHola José\n',
    })
    expect(
      read.attachments.map(({ filename, content, contentId, disposition }) => ({
        filename,
        contentId,
        disposition,
        sha256: sha256(Buffer.from(content as ArrayBuffer)),
      })),
    ).toEqual([
      { filename: 'foto.png', contentId: '<p1@heloise>', disposition: 'inline', sha256: sha256(picture) },
      { filename: 'informe año.pdf', contentId: undefined, disposition: 'attachment', sha256: sha256(file) },
    ])
    expect(mail).toMatchObject({
      envelope: { from: 'angel@example.org', to: ['beto@example.com', 'c@example.com', 'secret@example.net'] },
      size: bytes.length,
      needsUtf8: false,
      needs8bit: true,
      overlong: 0,
    })
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@example\.org>$/)
    expect(bytes.toString('latin1')).not.toMatch(/secret@example\.net|^bcc:|[^\r]\n|\r[^\n]/im)
    expect(bytes.toString('latin1').split('\r\n\r\n', 1)[0]).not.toMatch(/[\x80-\xff]/)
    expect(bytes.toString('latin1')).toMatch(/^X-CamelCase-ID: =\?UTF-8\?/m)
    expect(await bytesOf(mail)).toEqual(bytes)
  })

  it('knows its size without reading its attachments, whatever theirs is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(700), { maxLength: 3 }), async (sizes) => {
        const files = Object.fromEntries(sizes.map((size, index) => [`f${index}`, Buffer.alloc(size, index)]))
        const attachments = sizes.map((size, index) => ({
          id: `f${index}`,
          name: `${index}.bin`,
          type: 'application/octet-stream',
          size,
          contentId: null,
        }))
        const mail = await compose({ attachments }, files)
        expect((await bytesOf(mail)).length).toBe(mail.size)
      }),
      { numRuns: 60 },
    )
  })

  it.each([
    ['ASCII', 'Hi, Ana.', '7bit', 'Hi, Ana.'],
    ['other letters', '¿Mañana?', '8bit', '¿Mañana?'],
    ['a line of 998 octets', 'x'.repeat(998), '7bit', /^x{998}\r\n$/],
    ['a longer line', 'x'.repeat(999), 'quoted-printable', /^(x+=\r\n)+x+\r\n$/],
    ['a longer line of other letters', 'ñ'.repeat(500), 'base64', /^([A-Za-z0-9+/]{76}\r\n)+/],
    ['a control character', 'a\x07b', 'quoted-printable', 'a=07b'],
  ])('writes %s as it may travel', async (_what, text, encoding, body) => {
    const mail = await compose({ text })
    const [head = '', ...rest] = (await bytesOf(mail)).toString().split('\r\n\r\n')
    expect([/^Content-Transfer-Encoding: (.*)$/m.exec(head)?.[1], mail.needs8bit, mail.overlong]).toEqual([
      encoding,
      encoding === '8bit',
      0,
    ])
    expect(rest.join('\r\n\r\n')).toMatch(body)
  })

  it('is encoded in 7 bits for a server that takes no more, and says the same', async () => {
    const file = Buffer.alloc(100, 200)
    const attachments = [{ id: 'a', name: 'ñ.bin', type: 'image/png', size: 100, contentId: null }]
    const change = { subject: 'ñ', format: 'html', html: '<p>José 🎉</p>\n.dot', attachments } as const
    const mail = await compose(change, { a: file })
    const made = await mail.recompose?.({ body: '7bit', headers: 'ascii' }, new AbortController().signal)
    if (made?.kind !== 'mail') throw new Error('It was not made anew.')
    const bytes = await bytesOf(made.mail)
    expect([made.mail.needs8bit, made.mail.size, isAscii(bytes)]).toEqual([false, bytes.length, true])
    expect(await PostalMime.parse(bytes)).toEqual({
      ...(await PostalMime.parse(await bytesOf(mail))),
      headers: expect.anything(),
      headerLines: expect.anything(),
    })
  })

  it('has no line over 998 octets, whatever its subject is', async () => {
    const subject = `a ${'x'.repeat(3000)}`
    const mail = await compose({ subject, text: 'ñ' })
    expect([mail.overlong, (await PostalMime.parse(await bytesOf(mail))).subject]).toEqual([0, subject])
    const header = { name: 'X-Token', value: 'x'.repeat(1500) }
    expect((await compose({ headers: [header] })).overlong).toBe(1500 + 1)
  })

  it('keeps an attached mail byte for byte', async () => {
    const eml = Buffer.from('Subject: inner\n\nbare line feeds, ñ in Latin-1: \xf1\n', 'latin1')
    const mail = await compose(
      { attachments: [{ id: 'e', name: 'inner.eml', type: 'message/rfc822', size: eml.length, contentId: null }] },
      { e: eml },
    )
    const [attachment] = (await PostalMime.parse(await bytesOf(mail))).attachments
    expect(sha256(Buffer.from(attachment?.content as ArrayBuffer))).toBe(sha256(eml))
  })

  it('stops when an attachment is not the size it was', async () => {
    const mail = await compose(
      { attachments: [{ id: 'a', name: 'a.bin', type: 'application/octet-stream', size: 10, contentId: null }] },
      { a: Buffer.alloc(9) },
    )
    await expect(bytesOf(mail)).rejects.toMatchObject({ failure: { kind: 'attachment-missing' } })
  })

  it('needs SMTPUTF8 for a local part outside ASCII, not for such a domain', async () => {
    expect((await compose({ to: ['josé@example.com'] })).needsUtf8).toBe(true)
    const mail = await compose({ to: ['jose@españa.example'] })
    expect(mail.needsUtf8).toBe(false)
    expect(await textOf(mail)).toContain('To: jose@xn--espaa-rta.example')
  })

  it('sends to the envelope when there is one', async () => {
    const envelope = { from: '', to: ['other@example.net', 'postmaster'] }
    expect((await compose({ envelope })).envelope).toEqual(envelope)
  })

  it.each<[string, Partial<Draft>, object]>([
    ['no recipients', { to: [] }, { kind: 'no-recipients' }],
    ['no sender', { from: ' ' }, { kind: 'no-sender' }],
    [
      'an address without a domain',
      { to: ['beto@'] },
      { kind: 'address-invalid', facts: { address: 'beto@', field: 'to' } },
    ],
    [
      'a line break in an address',
      { cc: ['a@b.example>\r\nRCPT TO:<c@d.example'] },
      { kind: 'address-invalid', facts: { field: 'cc' } },
    ],
    [
      'a NUL in the envelope',
      { envelope: { from: 'a@b.example', to: ['a\0@b.example'] } },
      { kind: 'address-invalid', facts: { field: 'RCPT TO' } },
    ],
    [
      'a line break in a name',
      { from: 'An\na <ana@example.org>' },
      { kind: 'address-invalid', facts: { field: 'from' } },
    ],
    [
      'a line break in the subject',
      { subject: 'Hi\r\nBcc: x@example.org' },
      { kind: 'header-invalid', facts: { field: 'subject' } },
    ],
    [
      'a NUL in a header',
      { headers: [{ name: 'X-A', value: 'a\0b' }] },
      { kind: 'header-invalid', facts: { field: 'header X-A' } },
    ],
    ['a colon in a header name', { headers: [{ name: 'X-A: b', value: '' }] }, { kind: 'header-invalid' }],
    ['a structural header', { headers: [{ name: 'Content-Type', value: 'text/html' }] }, { kind: 'header-invalid' }],
    [
      'a missing attachment',
      { attachments: [{ id: 'x', name: 'x.pdf', type: 'application/pdf', size: 1, contentId: null }] },
      { kind: 'attachment-missing', facts: { file: 'x.pdf' } },
    ],
    ['a raw text without a header', { raw: 'Hello there\n' }, { kind: 'raw-mail-invalid' }],
    ['a raw text with a NUL', { raw: 'Subject: a\0\n\nb' }, { kind: 'raw-mail-invalid' }],
  ])('is refused for %s', async (_what, change, failure) => {
    expect(await failureOf(change)).toMatchObject({ stage: 'input', fault: 'ours', ...failure })
  })

  it('says what was found, and where', async () => {
    expect(await failureOf({ subject: 'Hi\nthere' })).toMatchObject({
      message: 'subject holds a line feed (LF) at position 3, which a header must not have. Nothing was sent.',
    })
    expect(await failureOf({ to: ['b\r@example.com'] })).toMatchObject({
      message:
        '"b\\r@example.com" in to cannot be used as a mail address: it holds a carriage return (CR) at position 2. Nothing was sent.',
    })
  })
})

describe('a raw mail', () => {
  const raw = 'From: Ana <ana@example.org>\nTo: Team: b@example.com, "C, D" <c@example.com>;\nMessage-ID: <1@x>\n\nñ\rx'

  it('goes as it is, with CRLF at every line', async () => {
    const mail = await compose({ raw })
    expect({ ...mail, open: undefined }).toEqual({
      envelope: { from: 'ana@example.org', to: ['b@example.com', 'c@example.com'] },
      messageId: '<1@x>',
      size: Buffer.byteLength(raw) + 7,
      needsUtf8: false,
      needs8bit: true,
      overlong: 0,
      open: undefined,
      recompose: expect.any(Function),
    })
    expect((await bytesOf(mail)).toString()).toBe(
      'From: Ana <ana@example.org>\r\nTo: Team: b@example.com, "C, D" <c@example.com>;\r\nMessage-ID: <1@x>\r\n\r\nñ\r\nx\r\n',
    )
  })

  it('takes its recipients from the envelope when there is one', async () => {
    const envelope = { from: 'x@example.org', to: ['y@example.org'] }
    expect((await compose({ raw: 'Subject: nobody\n\n', envelope })).envelope).toEqual(envelope)
  })
})
