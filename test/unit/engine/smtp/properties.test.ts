// What holds for every input: of replies, capabilities, dots, addresses and the texts inside parameters.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createUndotter } from '../../../../electron/engine/loopback/undot.ts'
import { decode } from '../../../../electron/engine/net/decode.ts'
import { createLineSplitter } from '../../../../electron/engine/net/line-splitter.ts'
import { authMechanisms, parseCapabilities, sizeLimit } from '../../../../electron/engine/smtp/capabilities.ts'
import { mailFrom, rcptTo } from '../../../../electron/engine/smtp/command.ts'
import { createDotStuffer } from '../../../../electron/engine/smtp/dot-stuffing.ts'
import { planChunks } from '../../../../electron/engine/smtp/extensions/chunking.ts'
import { serverLimits, shareRecipients } from '../../../../electron/engine/smtp/extensions/limits.ts'
import { proxyV1, proxyV2 } from '../../../../electron/engine/smtp/proxy-header.ts'
import { unescaped } from '../../../../electron/engine/smtp/raw-lines.ts'
import { createReplyParser, type ReplyStep } from '../../../../electron/engine/smtp/reply-parser.ts'
import { fromXtext, utf8AddressText, xtext } from '../../../../electron/engine/smtp/xtext.ts'
import { SmtpError } from '../../../../electron/engine/smtp-error.ts'
import { parseMailbox, parsePath, toAscii } from '../../../../shared/address/index.ts'
import { defaultWire } from '../../../../shared/values/wire-defaults.ts'

const octets = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))
/** Octets that are often those that matter to SMTP. */
const lively = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '.', '2', '250', '-', ' ', 'x', 'é', '\0'), { maxLength: 60 })
  .map((parts) => Buffer.from(parts.join('')))
const input = fc.oneof(octets, lively)
/** Any code point, halves of surrogate pairs too. fast-check's own `binary` takes a second to be made. */
const anySign = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point))
const cuts = fc.array(fc.nat(300), { maxLength: 10 })

function cutAt(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [...new Set(places.map((place) => Math.min(place, bytes.length)))].sort((one, other) => one - other)
  return [...ends, bytes.length].map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end))
}

function repliesIn(pieces: readonly Buffer[]): ReplyStep[] {
  const splitter = createLineSplitter()
  const parser = createReplyParser()
  const steps: ReplyStep[] = []
  for (const piece of pieces) {
    splitter.push(piece)
    for (let line = splitter.next(); line !== null && line !== 'too-long'; line = splitter.next())
      steps.push(parser.line({ ...line, text: decode(line.octets).text }))
  }
  return steps
}

test('replies are the same however their octets are cut', () => {
  fc.assert(
    fc.property(input, cuts, (bytes, places) => {
      expect(repliesIn(cutAt(bytes, places))).toEqual(repliesIn([bytes]))
    }),
  )
})

test('a reply keeps its code and its text', () => {
  const text = fc.string({ maxLength: 40 }).filter((line) => !/[\r\n\0]|^[245]\.\d/.test(line))
  const reply = fc.record({
    code: fc.integer({ min: 200, max: 599 }),
    lines: fc.array(text, { minLength: 1, maxLength: 8 }),
  })
  fc.assert(
    fc.property(reply, ({ code, lines }) => {
      const wire = lines.map((line, index) => `${code}${index === lines.length - 1 ? ' ' : '-'}${line}\r\n`).join('')
      expect(repliesIn([Buffer.from(wire)]).at(-1)).toEqual({
        kind: 'reply',
        reply: { code, enhanced: null, text: lines.join('\n') },
        oddities: [],
      })
    }),
  )
})

test('capabilities keep every word of every line but the first', () => {
  const word = fc.stringMatching(/^[!-~]{1,12}$/)
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (lines) => {
      const text = ['mx.example greets', ...lines.map((words) => words.join(' '))].join('\n')
      const expected = lines.map(([keyword = '', ...parameters]) => ({ keyword, parameters }))
      expect(parseCapabilities({ code: 250, enhanced: null, text })).toEqual(expected)
    }),
  )
})

test('nothing in a mail can end it early, and undoing the dots gives it back with CRLF line ends', () => {
  fc.assert(
    fc.property(input, cuts, (bytes, places) => {
      const stuffer = createDotStuffer()
      const pieces = cutAt(bytes, places).flatMap((piece) => stuffer.write(piece))
      const wire = Buffer.concat([...pieces, stuffer.end()]).toString('latin1')
      const lines = wire.split('\r\n')
      expect(lines.slice(-2)).toEqual(['.', ''])
      const body = lines.slice(0, -2)
      expect(body.some((line) => line === '.' || /[\r\n]/.test(line))).toBe(false)
      const text = bytes.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n')
      const whole = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`
      expect(body.map((line) => `${line.replace(/^\.\./, '.')}\r\n`).join('')).toBe(whole)
    }),
  )
})

test('lines that are known to be right have the same dots as any others', () => {
  const known = fc
    .array(fc.constantFrom('\r\n', '.', '..', 'x', '\r\n.'), { maxLength: 40 })
    .map((parts) => Buffer.from(parts.join('')))
  const stuffed = (pieces: readonly Buffer[], isKnown: boolean) => {
    const stuffer = createDotStuffer()
    const chunks = pieces.map((piece) =>
      isKnown ? Object.assign(piece, { known: 'lines' } as const) : Buffer.from(piece),
    )
    return Buffer.concat([...chunks.flatMap((chunk) => stuffer.write(chunk)), stuffer.end()]).toString()
  }
  fc.assert(
    fc.property(fc.array(known, { maxLength: 5 }), (pieces) => {
      expect(stuffed(pieces, true)).toBe(stuffed(pieces, false))
    }),
  )
})

test('a command is one line, or it is refused', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: anySign }),
    fc.constantFrom('a\r\nRCPT', 'a>b', '"a>"@b.example'),
  )
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 2 }), (address, parameters) => {
      for (const build of [mailFrom, rcptTo]) {
        try {
          expect(build(address, parameters).wire).not.toMatch(/[\r\n\0]/)
        } catch (error) {
          if (!(error instanceof SmtpError)) throw error
        }
      }
    }),
  )
})

test('an address that is taken comes out of its path as it went in', () => {
  const local = fc.stringMatching(/^[a-z0-9!#$%&'*+/=?^_`{|}~-]{1,20}$/)
  const domain = fc.oneof(
    fc.domain(),
    fc.ipV4().map((ip) => `[${ip}]`),
    fc.ipV6().map((ip) => `[IPv6:${ip}]`),
  )
  fc.assert(
    fc.property(local, domain, (name, place) => {
      const address = `${name}@${place}`
      if (parseMailbox(address).kind !== 'mailbox') return
      expect(parsePath(mailFrom(address).wire.slice('MAIL FROM:'.length))?.address).toBe(address)
    }),
  )
})

test('reading an address never fails, whatever it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: anySign }), fc.emailAddress()), (text) => {
      expect(['mailbox', 'invalid']).toContain(parseMailbox(text).kind)
      toAscii(text)
    }),
  )
})

test('xtext is printable ASCII without spaces, and can be read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(xtext(text)).toMatch(/^[!-~]*$/)
      expect(fromXtext(xtext(text))).toBe(text)
      expect(utf8AddressText(text)).toMatch(/^[!-~]*$/)
    }),
  )
})

test('chunks have the octets of the mail, and one of them is the last', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 5000 }), (size, most) => {
      const chunks = planChunks(size, most)
      expect(chunks.reduce((sum, { octets: count }) => sum + count, 0)).toBe(size)
      expect(chunks.findIndex(({ isLast }) => isLast)).toBe(chunks.length - 1)
      expect(chunks.every(({ octets: count }) => count >= 0 && count <= most)).toBe(true)
    }),
  )
})

test('shares of recipients lose nobody, and keep to the limits', () => {
  const address = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('x.example', 'y.example', 'z.example'))
  const limit = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(Number.POSITIVE_INFINITY))
  fc.assert(
    fc.property(fc.array(address, { maxLength: 30 }), limit, limit, (people, recipients, domains) => {
      const to = people.map(([name, domain]) => `${name}@${domain}`)
      const shares = shareRecipients(to, { mails: 1, recipients, domains })
      expect(shares.flat().toSorted()).toEqual(to.toSorted())
      for (const share of shares) {
        expect(share.length).toBeLessThanOrEqual(recipients)
        expect(new Set(share.map((one) => one.split('@')[1])).size).toBeLessThanOrEqual(domains)
      }
    }),
  )
})

test('a PROXY header has the form of its version for any two addresses', () => {
  const end = fc.record({ address: fc.oneof(fc.ipV4(), fc.ipV6()), port: fc.integer({ min: 0, max: 65_535 }) })
  fc.assert(
    fc.property(end, end, (source, destination) => {
      expect(proxyV1({ source, destination }).toString()).toMatch(/^PROXY (UNKNOWN|TCP[46] \S+ \S+ \d+ \d+)\r\n$/)
      const binary = proxyV2({ source, destination })
      expect(binary.length).toBe(16 + binary.readUInt16BE(14))
      expect([0, 12, 36]).toContain(binary.readUInt16BE(14))
    }),
  )
})

test('text without a backslash is typed as it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\\')),
      (text) => {
        expect(unescaped(text).toString()).toBe(text)
      },
    ),
  )
})

test('what dots are put into comes out of our own server as it was, however both are cut', () => {
  fc.assert(
    fc.property(input, cuts, cuts, (bytes, here, there) => {
      const stuffer = createDotStuffer()
      const pieces = cutAt(bytes, here).flatMap((piece) => stuffer.write(piece))
      const wire = Buffer.concat([...pieces, stuffer.end(), Buffer.from('QUIT\r\n')])
      const undot = createUndotter()
      const read = { content: '', rest: '' }
      let isOver = false
      for (const piece of cutAt(wire, there)) {
        if (isOver) read.rest += piece.toString('latin1')
        else {
          const { content, rest } = undot(piece)
          read.content += content.toString('latin1')
          read.rest += rest?.toString('latin1') ?? ''
          isOver = rest !== null
        }
      }
      const text = bytes.toString('latin1').replace(/\r\n|\r|\n/g, '\r\n')
      expect(read).toEqual({ content: text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`, rest: 'QUIT\r\n' })
    }),
  )
})

test('a binary PROXY header tells the two ends that it was made of', () => {
  const end = (address: fc.Arbitrary<string>) => fc.record({ address, port: fc.integer({ min: 0, max: 65_535 }) })
  const ends = fc.oneof(fc.tuple(end(fc.ipV4()), end(fc.ipV4())), fc.tuple(end(fc.ipV6()), end(fc.ipV6())))
  fc.assert(
    fc.property(ends, ([source, destination]) => {
      const header = proxyV2({ source, destination })
      const length = header.readUInt8(13) === 0x11 ? 4 : 16
      const read = (at: number, port: number) => [header.subarray(at, at + length), header.readUInt16BE(port)]
      expect([read(16, 16 + 2 * length), read(16 + length, 18 + 2 * length)]).toEqual([
        [octetsOf(source.address), source.port],
        [octetsOf(destination.address), destination.port],
      ])
    }),
  )
})

/** By the parser of URLs, which writes every group of an address in full or shortens it once. */
function octetsOf(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number))
  const [front = '', back = ''] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const zeros = 8 - groups(front).length - groups(back).length
  const all = [...groups(front), ...Array.from({ length: zeros }, () => '0'), ...groups(back)]
  return Buffer.from(all.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

test('capabilities, mechanisms and limits are read out of anything that can be said', () => {
  const line = fc.array(
    fc.constantFrom('SIZE', 'AUTH', 'AUTH=', 'LIMITS', 'RCPTMAX=', '0', '5', '-1', ' ', '\t', '9'.repeat(30), '='),
    {
      maxLength: 6,
    },
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const text = ['mx', ...lines.map((words) => words.join(''))].join('\n')
      const capabilities = parseCapabilities({ code: 250, enhanced: null, text })
      const limit = sizeLimit(capabilities)
      expect(limit === null || (Number.isSafeInteger(limit) && limit > 0)).toBe(true)
      expect(Object.values(serverLimits({ wire: defaultWire, capabilities })).every((one) => one >= 1)).toBe(true)
      expect(authMechanisms(capabilities).every((name) => /^[!-~]+$/.test(name))).toBe(true)
    }),
  )
})
