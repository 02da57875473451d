import { describe, expect, it } from 'vitest'
import { isHttp, parseCommand } from '../../../../electron/engine/loopback/command.ts'

describe('a command line', () => {
  it.each([
    ['EHLO client.test', { verb: 'EHLO', argument: 'client.test' }],
    ['mail from:<a@b.test> SIZE=1 ', { verb: 'MAIL', argument: 'from:<a@b.test> SIZE=1' }],
    ['NOOP', { verb: 'NOOP', argument: '' }],
    ['NOOP\tx', { verb: 'NOOP', argument: 'x' }],
    ['BURL 12 LAST', { verb: 'unknown', argument: '12 LAST' }],
    ['unknown', { verb: 'unknown', argument: '' }],
    [' EHLO x', { verb: 'unknown', argument: 'EHLO x' }],
    ['', { verb: 'unknown', argument: '' }],
    ['VRFY ñ', { verb: 'VRFY', argument: 'ñ' }],
    ['MAIL FROM:<a\rb@c.test>', null],
    ['MAIL FROM:<a\0b@c.test>', null],
  ])('%j is read as %j', (line, expected) => {
    expect(parseCommand(Buffer.from(line))).toEqual(expected)
  })

  it('that is not UTF-8 is none', () => {
    expect(parseCommand(Buffer.from('VRFY \xf1', 'latin1'))).toBeNull()
  })

  it.each([
    ['GET / HTTP/1.1', true],
    ['post /x HTTP/1.0', true],
    ['OPTIONS * HTTP/1.1', true],
    ['BREW /pot HTTP/1.1', true],
    ['EHLO get.test', false],
    ['HELP HTTP', false],
    ['MAIL FROM:<post@b.test>', false],
  ])('%j is HTTP: %s', (line, expected) => {
    expect(isHttp(Buffer.from(line))).toBe(expected)
  })
})
