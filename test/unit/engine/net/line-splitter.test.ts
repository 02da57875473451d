import { expect, it } from 'vitest'
import { createLineSplitter } from '../../../../electron/engine/net/line-splitter.ts'

const input = Buffer.from('220 one\r\n\r\n250-bare\n250 ca\xf1a\r\r\nrest', 'latin1')
const lines = [
  ['220 one', 'crlf'],
  ['', 'crlf'],
  ['250-bare', 'lf'],
  ['250 ca\xf1a\r', 'crlf'],
]

function split(chunks: readonly Buffer[]) {
  const splitter = createLineSplitter()
  const found = chunks.flatMap((chunk) => {
    splitter.push(chunk)
    return [...takeAll(splitter)]
  })
  return { found, rest: splitter.takeRest().toString('latin1') }
}

function* takeAll(splitter: ReturnType<typeof createLineSplitter>) {
  for (let line = splitter.next(); line !== null; line = splitter.next()) {
    if (line === 'too-long') throw new Error('too long')
    yield [line.octets.toString('latin1'), line.ending]
  }
}

it('finds the same lines at every cut of the input, and octet by octet', () => {
  for (let cut = 0; cut <= input.length; cut += 1) {
    expect(split([input.subarray(0, cut), input.subarray(cut)])).toEqual({ found: lines, rest: 'rest' })
  }
  expect(split([...input].map((octet) => Buffer.from([octet])))).toEqual({ found: lines, rest: 'rest' })
})

it('says how much is pending, and gives up on a line without end', () => {
  const splitter = createLineSplitter(10)
  splitter.push(Buffer.from('123\r\n45678'))
  expect([splitter.next(), splitter.next(), splitter.pending]).toEqual([
    { octets: Buffer.from('123'), ending: 'crlf' },
    null,
    5,
  ])
  expect([splitter.peek(3), splitter.peek(99), splitter.pending].map(String)).toEqual(['456', '45678', '5'])
  splitter.push(Buffer.from('901234'))
  expect(splitter.next()).toBe('too-long')
  splitter.push(Buffer.from('\r\n'))
  expect(splitter.next()).toBe('too-long')
})
