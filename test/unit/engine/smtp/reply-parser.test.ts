import { expect, it, test } from 'vitest'
import { decode } from '../../../../electron/engine/net/decode.ts'
import type { ReadLine } from '../../../../electron/engine/net/incoming.ts'
import {
  beginsReply,
  createReplyParser,
  maxReplyLines,
  maxReplyOctets,
} from '../../../../electron/engine/smtp/reply-parser.ts'

const crlf = (text: string): ReadLine => ({ octets: Buffer.from(text), text, ending: 'crlf' })
const lf = (text: string): ReadLine => ({ ...crlf(text), ending: 'lf' })
const parse = (...lines: ReadLine[]) => {
  const parser = createReplyParser()
  return lines.map((line) => parser.line(line)).at(-1)
}
const reply = (code: number, enhanced: string | null, text: string, ...oddities: string[]) => ({
  kind: 'reply',
  reply: { code, enhanced, text },
  oddities,
})

test.each([
  ['one line', ['250 OK'], reply(250, null, 'OK')],
  ['no text', ['250 '], reply(250, null, '')],
  ['a code alone', ['354'], reply(354, null, '')],
  ['an enhanced code', ['550 5.1.1 No such user'], reply(550, '5.1.1', 'No such user')],
  ['an enhanced code alone', ['250 2.0.0'], reply(250, '2.0.0', '')],
  ['an address that only looks like an enhanced code', ['220 2.0.0.1 ready'], reply(220, null, '2.0.0.1 ready')],
  ['several lines', ['250-mx.example', '250-SIZE 0', '250 X'], reply(250, null, 'mx.example\nSIZE 0\nX')],
  ['enhanced codes on each line', ['550-5.7.1 a', '550 5.7.1 b'], reply(550, '5.7.1', 'a\nb')],
  ['an enhanced code on the first line alone', ['550-5.7.1 a', '550 b'], reply(550, '5.7.1', 'a\nb')],
  ['codes that differ', ['250-a', '550 b'], reply(550, null, 'a\nb', 'codes-differ')],
  ['a code out of range', ['999 a'], reply(999, null, 'a')],
  ['text beyond ASCII', ['250 Español ✓'], reply(250, null, 'Español ✓')],
])('reads a reply with %s', (_name, lines, expected) => {
  expect(parse(...lines.map(crlf))).toEqual(expected)
})

it('keeps octets that are not UTF-8, and NUL', () => {
  const octets = Buffer.from('250 a\0\xf1o', 'latin1')
  expect(parse({ octets, text: decode(octets).text, ending: 'crlf' })).toEqual(reply(250, null, 'a\0\xf1o'))
})

it('bears a bare LF and notes it', () => {
  expect(parse(lf('250 OK'))).toEqual(reply(250, null, 'OK', 'bare-lf'))
})

test.each(['', 'OK', '25 OK', '2500 OK', '250OK', ' 250 OK', '250\tOK'])('%j is no reply line', (text) => {
  expect(parse(crlf(text))).toEqual({ kind: 'malformed', text })
})

it('forgets one reply before the next', () => {
  expect(parse(lf('250-a'), crlf('250 b'), crlf('550 c'))).toEqual(reply(550, null, 'c'))
})

it('gives up on a reply that has more lines than any server sends', () => {
  const parser = createReplyParser()
  for (let count = 1; count < maxReplyLines; count += 1) expect(parser.line(crlf('250-a')).kind).toBe('more')
  expect(parser.line(crlf('250-a'))).toEqual({ kind: 'too-long', limit: '1000 lines' })
})

it('gives up on a reply that has more octets than any server sends, and counts them anew for the next', () => {
  const parser = createReplyParser()
  const long = crlf(`250-${'x'.repeat(maxReplyOctets / 16 - 4)}`)
  for (let count = 1; count < 16; count += 1) expect(parser.line(long).kind).toBe('more')
  expect(parser.line(crlf('250 a')).kind).toBe('reply')
  for (let count = 1; count < 16; count += 1) expect(parser.line(long).kind).toBe('more')
  expect(parser.line(long)).toEqual({ kind: 'too-long', limit: '1048576 octets' })
})

test.each([
  ['', true],
  ['25', true],
  ['250', true],
  ['250-mx', true],
  ['250 \xff', true],
  ['2500', false],
  ['SSH-2.0', false],
  ['\0', false],
])('%j, cut off, could have become a line of a reply: %s', (text, expected) => {
  expect(beginsReply(text)).toBe(expected)
})
