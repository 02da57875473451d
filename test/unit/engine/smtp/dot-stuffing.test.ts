import { expect, it, test } from 'vitest'
import { createDotStuffer } from '../../../../electron/engine/smtp/dot-stuffing.ts'

function stuff(chunks: readonly Uint8Array[]): string {
  const stuffer = createDotStuffer()
  const pieces = chunks.flatMap((chunk) => stuffer.write(chunk))
  return Buffer.concat([...pieces, stuffer.end()]).toString('latin1')
}

const cases: [name: string, input: string, wire: string][] = [
  ['an empty mail', '', '.\r\n'],
  ['a mail that ends as it should', 'a\r\nb\r\n', 'a\r\nb\r\n.\r\n'],
  ['a missing last line end', 'a\r\nb', 'a\r\nb\r\n.\r\n'],
  ['dots at line starts', '.\r\n..\r\n.a\r\na.b\r\n', '..\r\n...\r\n..a\r\na.b\r\n.\r\n'],
  ['a last line that is a dot', 'a\r\n.', 'a\r\n..\r\n.\r\n'],
  ['bare LF', 'a\n.\nb\n', 'a\r\n..\r\nb\r\n.\r\n'],
  ['bare CR', 'a\r.\rb\r', 'a\r\n..\r\nb\r\n.\r\n'],
  [
    'smuggled ends of data',
    'a\n.\r\nMAIL\r.\r\nRCPT\r\n.\nDATA\r\r\n.\r\r\n',
    'a\r\n..\r\nMAIL\r\n..\r\nRCPT\r\n..\r\nDATA\r\n\r\n..\r\n\r\n.\r\n',
  ],
  ['empty lines', '\r\n\r\n\n\r', '\r\n\r\n\r\n\r\n.\r\n'],
  ['octets beyond ASCII and NUL', '\xf1\0\r\n', '\xf1\0\r\n.\r\n'],
]

test.each(cases)('%s is sent rightly, however it is cut', (_name, input, wire) => {
  const octets = Buffer.from(input, 'latin1')
  for (let cut = 0; cut <= octets.length; cut += 1) {
    expect(stuff([octets.subarray(0, cut), octets.subarray(cut)])).toBe(wire)
  }
  expect(stuff([...octets].map((octet) => Uint8Array.of(octet)))).toBe(wire)
})

it('hands on slices of its input instead of copies', () => {
  const octets = Buffer.from('a\r\n.b\r\n')
  const pieces = createDotStuffer().write(octets)
  expect(pieces.map(String)).toEqual(['a\r\n', '.', '.b\r\n'])
  expect(pieces[0]?.buffer).toBe(octets.buffer)
})

it('takes the word of our own encoder for its lines, and finds the dots behind them', () => {
  const stuffer = createDotStuffer()
  // No encoder writes such lines: the dot tells that they are not looked at.
  const lines = Object.assign(Buffer.from('QUJD\r\n.REVG'), { known: 'base64' } as const)
  const chunks = [Buffer.from('.a\r\n'), lines, Buffer.from('\r\n.')]
  const pieces = chunks.flatMap((chunk) => stuffer.write(chunk))
  expect(Buffer.concat([...pieces, stuffer.end()]).toString()).toBe('..a\r\nQUJD\r\n.REVG\r\n..\r\n.\r\n')
})

it('ends a line whose CR came before lines of our encoder', () => {
  const stuffer = createDotStuffer()
  const lines = Object.assign(Buffer.from('QUJD'), { known: 'base64' } as const)
  const pieces = [...stuffer.write(Buffer.from('a\r')), ...stuffer.write(lines), stuffer.end()]
  expect(Buffer.concat(pieces).toString()).toBe('a\r\nQUJD\r\n.\r\n')
})
