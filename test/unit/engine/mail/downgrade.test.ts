import { isAscii } from 'node:buffer'
import { buffer } from 'node:stream/consumers'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it, test } from 'vitest'
import type { Carriage } from '../../../../electron/engine/mail/composed-mail.ts'
import { type ComposedMail, composeRawMail } from '../../../../electron/engine/mail/index.ts'
import { mimeMails } from '../../../fakes/mime-trees.ts'

const least: Carriage = { body: '7bit', headers: 'ascii' }
const envelope = { from: 'ana@example.org', to: ['luis@example.net'] }

async function* inPieces(octets: Buffer, length: number) {
  for (let at = 0; at < octets.length; at += length) yield octets.subarray(at, at + length)
}

type Wish = { readonly carriage?: Carriage; readonly isBinary?: boolean; readonly pieces?: number }

async function recomposed(raw: Buffer | string, { carriage = least, isBinary = false, pieces = 997 }: Wish = {}) {
  const octets = Buffer.from(raw)
  const mail = await composeRawMail(() => inPieces(octets, pieces), envelope, { isBinary })
  const made = await mail.recompose?.(carriage, new AbortController().signal)
  if (made === undefined) throw new Error('It brings no way to be written anew.')
  return made
}

async function written(
  raw: Buffer | string,
  wish: Wish = {},
): Promise<{ mail: ComposedMail; octets: Buffer; done: string }> {
  const made = await recomposed(raw, wish)
  if (made.kind === 'impossible') throw new Error(made.reason)
  return { mail: made.mail, octets: await buffer(made.mail.open()), done: made.done }
}

const reasonOf = async (raw: Buffer | string, wish: Wish = {}) => {
  const made = await recomposed(raw, wish)
  return made.kind === 'impossible' ? made.reason : made.done
}

/** What a reader sees of a mail. */
async function read(octets: Buffer) {
  const { subject, from, to, text, html, attachments } = await PostalMime.parse(octets, {
    forceRfc822Attachments: false,
  })
  const parts = attachments.map(({ filename, mimeType, content }) => ({
    filename,
    mimeType,
    content: Buffer.from(content as ArrayBuffer).toString('latin1'),
  }))
  return { subject, from, to, text, html, parts }
}

const needsNothing = (octets: Buffer): boolean =>
  isAscii(octets) &&
  !octets.includes(0) &&
  octets
    .toString()
    .split('\r\n')
    .every((line) => line.length <= 998 && !/[\r\n]/.test(line))

describe.each([
  ['lines of any octets', false],
  ['octets without lines', true],
])('a mail with %s', (_what, hasBinary) => {
  it('reads the same when it is written in 7 bits, however it is cut', { timeout: 60_000 }, async () => {
    const cut = fc.integer({ min: 1, max: 200 })
    await fc.assert(
      fc.asyncProperty(mimeMails({ hasBinary }), cut, async ({ octets: raw, contents }, pieces) => {
        const wish = { isBinary: hasBinary }
        const { mail, octets } = await written(raw, wish)
        expect(needsNothing(octets)).toBe(true)
        const needs = { size: octets.length, needs8bit: false, needsUtf8: false, isBinary: false, overlong: 0 }
        expect(mail).toMatchObject(needs)
        const [before, after] = [await read(raw), await read(octets)]
        // The reader knows no octets without lines: of them it is asked only where they are base64.
        expect({ ...after, parts: after.parts.filter(hasLines) }).toEqual({
          ...before,
          parts: before.parts.filter(hasLines),
        })
        expect(after.parts.filter((part) => !hasLines(part)).map(({ content }) => content)).toEqual(
          contents.map((content) => shown(content.toString('latin1'))),
        )
        expect(after.parts.map(({ filename }) => filename)).toEqual(before.parts.map(({ filename }) => filename))
        expect((await written(raw, { ...wish, pieces })).octets.equals(octets)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

/** Octets that are ASCII lines were not encoded, and the reader takes them for text. */
const shown = (content: string): string =>
  /[\0\x80-\xff]|\r(?!\n)|(?<!\r)\n/.test(content) ? content : `${content.replaceAll('\r\n', '\n')}\n`

const hasLines = ({ mimeType }: { readonly mimeType: string }): boolean => mimeType !== 'application/octet-stream'

const mime = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8']
const lines = (...texts: readonly string[]): string => `${texts.join('\r\n')}\r\n`

test('only what cannot travel is changed', async () => {
  const raw = lines(
    'DATE:  Mon, 2 Nov 2026 12:00:00 +0000 (not   touched)',
    'Subject: ¿Qué tal?',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed;',
    '\tboundary=outer',
    'Content-Transfer-Encoding: binary',
    '',
    '  preamble',
    '--outer  ',
    'Content-Type: TEXT/plain; charset=iso-8859-1',
    '',
    'a=b',
    '',
    '--outer',
    'X-Before: 1',
    'Content-Transfer-Encoding: 8BIT (comment)',
    'X-After:   2',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'ñ',
    '--inner, not a delimiter',
    '--outer--',
    'epilogue',
  )
  const { octets, done } = await written(raw)
  expect([octets.toString(), done]).toEqual([
    raw
      .replace('¿Qué tal?', '=?UTF-8?Q?=C2=BFQu=C3=A9_tal=3F?=')
      .replace('Content-Transfer-Encoding: binary', 'Content-Transfer-Encoding: 7bit')
      .replace('Content-Transfer-Encoding: 8BIT (comment)', 'Content-Transfer-Encoding: quoted-printable')
      .replace('ñ', '=C3=B1'),
    '1 text encoded as quoted-printable, 1 header written in ASCII',
  ])
})

test('a mail of one text is encoded to its last line, and ends as it did', async () => {
  const encoded = lines(...mime, 'Content-Transfer-Encoding: quoted-printable', '', '=C3=B1', '.', '')
  expect((await written(lines(...mime, '', 'ñ', '.', ''))).octets.toString()).toBe(encoded)
  const binary = `${mime.join('\r\n')}\r\n\r\nñ`
  const { octets } = await written(binary, { isBinary: true })
  expect(octets.toString()).toBe(lines(...mime, 'Content-Transfer-Encoding: quoted-printable', '', '=C3=B1='))
})

test('octets without lines stay so far as the server takes 8 bits', async () => {
  const head = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Transfer-Encoding: binary',
    '',
  ]
  const text = ['--b', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: binary', '', 'ñ']
  const octets = ['--b', 'Content-Type: image/png', 'Content-Transfer-Encoding: binary', '', 'a\0\n']
  const { mail, octets: made } = await written(lines(...head, ...text, ...octets, '--b--'), {
    isBinary: true,
    carriage: { body: '8bit', headers: 'ascii' },
  })
  expect([made.toString(), mail.needs8bit]).toEqual([
    lines(
      ...head.map((line) => line.replace('binary', '8bit')),
      ...text.map((line) => line.replace('binary', '8bit')),
      ...octets.map((line) => line.replace('binary', 'base64').replace('a\0\n', 'YQAK')),
      '--b--',
    ),
    true,
  ])
})

test('lines that are too long are encoded where a mail is written anew, however they are cut', async () => {
  // One ends where a piece of it would have parted its CR from its LF.
  const long = [200_000, 65_535, 65_536].map((length) => 'x'.repeat(length))
  const raw = lines(...mime, '', ...long, 'ñ')
  const { octets } = await written(raw)
  expect([needsNothing(octets), (await read(octets)).text]).toEqual([true, `${long.join('\n')}\nñ\n`])
  for (const pieces of [64 * 1024, 1_000_000]) expect((await written(raw, { pieces })).octets.equals(octets)).toBe(true)
})

test.each([72, 73, 74, 75, 76])('a line that is cut after %i letters does not become a delimiter', async (length) => {
  const text = `${'x'.repeat(length)}--b`
  const part = lines('Content-Type: text/plain; charset=utf-8', '', 'ñ', text)
  const { octets } = await written(
    lines('MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', `--b\r\n${part}--b--`),
  )
  expect((await read(octets)).text).toBe(`ñ\n${text}\n`)
})

test('headers are written in ASCII as their kind has it', async () => {
  const raw = lines(
    'From: "Ñandú, S. A." <ana@españa.example>',
    'Resent-To: Equipo ñ: b@example.com, "C, D" <c@example.com>;',
    'X-Note: ünstructured',
    ' and folded',
    'MIME-Version: 1.0',
    'Content-Type: application/pdf; name="año.pdf"',
    `Content-Disposition: attachment; FileName="año.pdf"; filename*=utf-8''a%C3%B1o.pdf; size=3`,
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
  )
  const { octets } = await written(raw)
  expect(octets.toString().split('\r\n')).toEqual([
    'From: =?UTF-8?Q?=C3=91and=C3=BA=2C_S=2E_A=2E?= <ana@xn--espaa-rta.example>',
    'Resent-To: =?UTF-8?Q?Equipo_=C3=B1?=:b@example.com, "C, D" <c@example.com>;',
    'X-Note: =?UTF-8?Q?=C3=BCnstructured_and_folded?=',
    'MIME-Version: 1.0',
    `Content-Type: application/pdf; name*0*=utf-8''a%C3%B1o.pdf`,
    `Content-Disposition: attachment; filename*=utf-8''a%C3%B1o.pdf; size=3`,
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '',
  ])
})

const parts = (head: string, ...bodies: readonly string[]): string =>
  lines('MIME-Version: 1.0', head, '', ...bodies.flatMap((body) => ['--b', body]), '--b--')
const signed = 'Content-Type: multipart/signed; boundary=b'
const breaks = (seal: string) => `it is signed or encrypted (${seal}), and a change would break that`

test.each<[what: string, raw: string | Buffer, reason: string]>([
  ['a signed mail', parts(signed, lines(mime[1] ?? '', '', 'ñ')), breaks('multipart/signed')],
  [
    'a signed part far inside',
    parts(
      'Content-Type: multipart/mixed; boundary=b',
      lines('Content-Type: message/rfc822', '', signed.replace('b"', 'c'), '', '--b', '', 'ñ'),
    ),
    breaks('multipart/signed'),
  ],
  [
    'an encrypted mail',
    lines('MIME-Version: 1.0', 'Content-Type: application/pkcs7-mime', 'Content-Transfer-Encoding: binary', '', 'ñ'),
    breaks('application/pkcs7-mime'),
  ],
  ['a mail with a DKIM signature', lines('DKIM-Signature: v=1', ...mime, '', 'ñ'), breaks('dkim-signature')],
  ['a signed header', lines('DKIM-Signature: v=1', 'Subject: ñ', ...mime, '', 'n'), breaks('dkim-signature')],
  [
    'a mail that is no MIME',
    lines('Subject: n', '', 'ñ'),
    'it has no MIME-Version header, so that nobody can know what its octets mean',
  ],
  [
    'a false label',
    lines(...mime, 'Content-Transfer-Encoding: base64', '', 'ñ'),
    'a part says that it is base64, and is not',
  ],
  [
    'a notice of a mail server',
    lines('MIME-Version: 1.0', 'Content-Type: message/delivery-status', '', 'X: ñ'),
    'parts of the type message/delivery-status must not be encoded',
  ],
  [
    'letters between its parts',
    lines('MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', 'ñ', '--b', '', '--b--'),
    'octets that cannot travel stand outside its parts',
  ],
  [
    'a multipart without a boundary',
    lines('MIME-Version: 1.0', 'Content-Type: multipart/mixed', '', 'ñ'),
    'a multipart has no boundary',
  ],
  ['two types', lines(...mime, 'Content-Type: text/html', '', 'ñ'), 'the header content-type stands twice'],
  ['a line that is no header', lines(...mime, 'no header', '', 'ñ'), 'a line of a header is none'],
  ['an endless header', lines(...mime, ...Array(1200).fill(`X: ${'x'.repeat(900)}`), '', 'ñ'), 'a header is too long'],
  [
    'parts in parts without end',
    lines(
      'MIME-Version: 1.0',
      ...Array.from(
        { length: 101 },
        (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}`,
      ),
      '',
      'ñ',
    ),
    'its parts are nested too deeply',
  ],
  [
    'more parts than anybody writes',
    parts('Content-Type: multipart/mixed; boundary=b', ...Array(10_001).fill('\r\nñ')),
    'it has too many parts',
  ],
  [
    'an address beyond ASCII',
    lines('From: josé@example.org', ...mime, '', 'n'),
    'the header from cannot be written in ASCII',
  ],
  [
    'a Message-ID beyond ASCII',
    lines('Message-ID: <ñ@x>', ...mime, '', 'n'),
    'the header message-id cannot be written in ASCII',
  ],
  [
    'a header in Latin-1',
    Buffer.from(lines('Subject: \xf1', ...mime, '', 'n'), 'latin1'),
    'the header subject is not UTF-8',
  ],
])('%s is left as it is, and the reason told', async (_what, raw, reason) => {
  expect(await reasonOf(raw)).toBe(reason)
})

test('what is signed inside a mail stays octet for octet, while the rest is written anew', async () => {
  const inner = lines(
    'Content-Type: multipart/signed; boundary=s',
    'Content-Transfer-Encoding: 8bit',
    '',
    '--s',
    '',
    'plain',
    '--s--',
  )
  const raw = parts('Content-Type: multipart/mixed; boundary=b', inner, lines(mime[1] ?? '', '', 'ñ'))
  const { octets } = await written(raw)
  expect(octets.toString()).toContain(inner.replace('8bit', '7bit'))
  expect(octets.toString()).toContain('=C3=B1')
})

test('a mail that was stopped is not read to its end', async () => {
  const stop = new AbortController()
  let pieces = 0
  const mail = await composeRawMail(async function* () {
    for (const piece of [lines(...mime, '', 'ñ'), lines('ñ'), lines('ñ')]) {
      pieces += 1
      yield Buffer.from(piece)
    }
  }, envelope)
  stop.abort(new Error('stopped'))
  await expect(mail.recompose?.(least, stop.signal)).rejects.toThrow('stopped')
  expect(pieces).toBe(4)
})
