// Mails of many parts for properties: heads, texts and octets of all kinds, nested in each other.
import fc from 'fast-check'

/** A part as its octets (head, empty line, body), and what stands in those of its parts that are not lines. */
export type Grown = { readonly octets: Buffer; readonly contents: readonly Buffer[] }

const sign = fc.constantFrom(
  'a',
  'Z',
  ' ',
  '.',
  '-',
  '--',
  '=',
  '\t',
  'ñ',
  '🎉',
  'From ',
  'x'.repeat(300),
  'ж'.repeat(90),
)
const line = fc.array(sign, { maxLength: 8 }).map((signs) => signs.join(''))
const text = fc.array(line, { maxLength: 6 }).map((lines) => Buffer.from(lines.join('\r\n')))
const octets = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.constantFrom('\r', '\n', '\r\n', '\0', '\xff', '--', 'a'), { maxLength: 40 })
    .map((parts) => Buffer.from(parts.join(''), 'latin1')),
)

const name = fc.constantFrom('note.txt', 'año.txt', 'a "b" ñ.txt')

const head = (lines: readonly string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)

const textPart = (label: '8bit' | 'binary'): fc.Arbitrary<Grown> =>
  fc
    .record({
      body: text,
      type: fc.constantFrom('plain', 'html', 'csv'),
      isLabelled: fc.boolean(),
      file: fc.option(name),
    })
    .map(({ body, type, isLabelled, file }) => ({
      octets: Buffer.concat([
        head([
          `Content-Type: text/${type}; charset=utf-8`,
          ...(isLabelled ? [`Content-Transfer-Encoding: ${label}`] : []),
          ...(file === null ? [] : [`Content-Disposition: attachment; filename="${file.replaceAll('"', '\\"')}"`]),
        ]),
        body,
      ]),
      contents: [],
    }))

const encodedPart: fc.Arbitrary<Grown> = octets.map((bytes) => ({
  octets: Buffer.concat([
    head(['Content-Type: image/png', 'Content-Transfer-Encoding: base64']),
    Buffer.from(bytes.toString('base64').replace(/.{76}/g, '$&\r\n')),
  ]),
  contents: [],
}))

const octetPart: fc.Arbitrary<Grown> = fc.tuple(octets, name).map(([bytes, file]) => ({
  octets: Buffer.concat([
    head([
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: binary',
      `Content-Disposition: attachment; filename="${file.replaceAll('"', '\\"')}"`,
    ]),
    bytes,
  ]),
  contents: [bytes],
}))

const mailHead = (subject: string): string[] => [
  'From: Ána <ana@example.org>',
  'To: luis@example.net',
  `Subject: ${subject}`,
  'MIME-Version: 1.0',
]

let boundaries = 0

function multipart(parts: readonly Grown[], extra: readonly string[] = []): Grown {
  boundaries += 1
  const boundary = `edge ${boundaries}`
  const inner = parts.flatMap(({ octets: part }) => [Buffer.from(`--${boundary}\r\n`), part, Buffer.from('\r\n')])
  return {
    octets: Buffer.concat([
      head([...extra, `Content-Type: multipart/mixed; boundary="${boundary}"`, 'Content-Transfer-Encoding: 8bit']),
      Buffer.from('This is a mail of parts.\r\n'),
      ...inner,
      Buffer.from(`--${boundary}--\r\n`),
    ]),
    contents: parts.flatMap(({ contents }) => contents),
  }
}

/** A mail inside a mail, attached, so that readers keep it as a part of its own. */
function inside(part: Grown): Grown {
  return {
    octets: Buffer.concat([
      head(['Content-Type: message/rfc822']),
      Buffer.from(`${mailHead('ñ').join('\r\n')}\r\n`),
      part.octets,
    ]),
    contents: part.contents,
  }
}

/** Whole mails: a leaf, or parts nested up to three deep. `hasBinary`: with parts that are not lines. */
export function mimeMails({ hasBinary }: { readonly hasBinary: boolean }): fc.Arbitrary<Grown> {
  const leaves = [textPart('8bit'), encodedPart, ...(hasBinary ? [octetPart, textPart('binary')] : [])]
  const { tree } = fc.letrec<{ tree: Grown; mail: Grown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      ...leaves,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((parts) => multipart(parts)),
      tie('mail'),
    ),
    mail: tie('tree').map(inside),
  }))
  const subject = fc.constantFrom('Hello', '¿Qué tal?', `${'palabra '.repeat(20)}ñ`)
  return fc
    .tuple(fc.array(tree, { minLength: 1, maxLength: 3 }), subject)
    .map(([parts, words]) => multipart(parts, mailHead(words)))
}
