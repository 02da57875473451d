import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUndotter } from '../../../../electron/engine/loopback/undot.ts'

type Read = { content: string; rest: string | null }

function feed(pieces: readonly string[]): Read {
  const undot = createUndotter()
  let content = ''
  for (const [index, piece] of pieces.entries()) {
    const read = undot(Buffer.from(piece, 'latin1'))
    content += read.content.toString('latin1')
    if (read.rest !== null) return { content, rest: read.rest.toString('latin1') + pieces.slice(index + 1).join('') }
  }
  return { content, rest: null }
}

const cases: readonly (readonly [what: string, wire: string, expected: Read])[] = [
  ['an empty mail ends at once', '.\r\n', { content: '', rest: '' }],
  ['a line and the end', 'a\r\n.\r\n', { content: 'a\r\n', rest: '' }],
  ['a stuffed dot is taken away', '..a\r\n.b\r\n.\r\n', { content: '.a\r\nb\r\n', rest: '' }],
  ['a line of two dots is a line of one', '..\r\n.\r\n', { content: '.\r\n', rest: '' }],
  ['a dot inside a line stays', 'a.b\r\n.\r\n', { content: 'a.b\r\n', rest: '' }],
  ['what follows the end is left alone', 'a\r\n.\r\nQUIT\r\n', { content: 'a\r\n', rest: 'QUIT\r\n' }],
  ['LF . LF is no end', 'a\n.\n.\r\n', { content: 'a\n.\n.\r\n', rest: null }],
  ['LF . CR LF is no end', 'a\n.\r\nMAIL\r\n.\r\n', { content: 'a\n.\r\nMAIL\r\n', rest: '' }],
  ['CR LF . LF is no end', 'a\r\n.\nMAIL\r\n.\r\n', { content: 'a\r\n\nMAIL\r\n', rest: '' }],
  ['CR . CR is no end', 'a\r.\rb\r\n.\r\n', { content: 'a\r.\rb\r\n', rest: '' }],
  ['CR LF . CR is no end', 'a\r\n.\rb\r\n.\r\n', { content: 'a\r\n\rb\r\n', rest: '' }],
  ['CR CR LF . CR LF is an end, and the CR is kept', 'a\r\r\n.\r\n', { content: 'a\r\r\n', rest: '' }],
  ['NUL and octets above 127 are kept', '\0\xff\r\n.\r\n', { content: '\0\xff\r\n', rest: '' }],
]

describe('the end of a mail', () => {
  it.each(cases)('%s', (_what, wire, expected) => {
    const octets = [...wire]
    const cuts = octets.map((_octet, at) => [wire.slice(0, at), wire.slice(at)])
    const seen = [[wire], octets, ...cuts].map(feed)
    const whole = expected.rest === null ? { ...expected, content: seen[0]?.content ?? '' } : expected
    expect(new Set(seen.map((read) => JSON.stringify(read)))).toEqual(new Set([JSON.stringify(whole)]))
  })

  it('holds back at most two octets while the end is open', () => {
    expect(feed(['a\r\n']).content).toBe('a')
    expect(feed(['a\r\n.']).content).toBe('a\r\n')
  })

  it('gives back any lines that were stuffed, however they are cut', () => {
    const text = fc.array(fc.constantFrom('.', '..', 'a', '\r', '\n', '\r\n', '\r\n.'), { maxLength: 40 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(80), { maxLength: 6 }), (parts, places) => {
        const mail = `${parts.join('')}\r\n`
        const wire = `${mail.replace(/(^|\r\n)\./g, '$1..')}.\r\nNOOP\r\n`
        const cuts = [0, ...places.filter((place) => place < wire.length).sort((a, b) => a - b), wire.length]
        const pieces = cuts.slice(1).map((end, index) => wire.slice(cuts[index], end))
        expect(feed(pieces)).toEqual({ content: mail, rest: 'NOOP\r\n' })
      }),
    )
  })
})
