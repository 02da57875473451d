import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decodeBase64, logIn, type Mechanism } from '../../../../electron/engine/loopback/login.ts'

const account = { user: 'maría', password: 'contraseña 1' }

function play(mechanism: Mechanism, answers: readonly string[]): { challenges: string[]; verdict: unknown } {
  const exchange = logIn(mechanism, account)
  const challenges: string[] = []
  let turn = exchange.next()
  for (const answer of answers) {
    if (turn.done === true) break
    challenges.push(turn.value.text)
    turn = exchange.next(Buffer.from(answer))
  }
  return { challenges, verdict: turn.done === true ? turn.value : 'goes on' }
}

describe('a login', () => {
  it.each([
    ['PLAIN', ['\0maría\0contraseña 1'], 'right'],
    ['PLAIN', ['maría\0maría\0contraseña 1'], 'right'],
    ['PLAIN', ['root\0maría\0contraseña 1'], 'wrong user'],
    ['PLAIN', ['\0maría\0contraseña'], 'wrong password'],
    ['PLAIN', ['\0maria\0contraseña 1'], 'wrong user'],
    ['PLAIN', ['\0\0'], 'wrong user'],
    ['PLAIN', [''], 'malformed'],
    ['PLAIN', ['a\0b\0c\0d'], 'malformed'],
    ['LOGIN', ['maría', 'contraseña 1'], 'right'],
    ['LOGIN', ['maría', ''], 'wrong password'],
    ['LOGIN', ['', 'contraseña 1'], 'wrong user'],
    ['CRAM-MD5', ['maría'], 'malformed'],
    ['CRAM-MD5', [`maría ${'0'.repeat(32)}`], 'wrong password'],
  ] as const)('by %s with %j is %s', (mechanism, answers, verdict) => {
    expect(play(mechanism, answers).verdict).toBe(verdict)
  })

  it('asks with the prompts that clients know', () => {
    expect(play('LOGIN', ['a', 'b']).challenges).toEqual(['Username:', 'Password:'])
    expect(play('PLAIN', ['a']).challenges).toEqual([''])
  })

  it('by CRAM-MD5 takes the digest of a challenge that is new each time (RFC 2195)', () => {
    const exchanges = [logIn('CRAM-MD5', account), logIn('CRAM-MD5', account)]
    const challenges = exchanges.map((exchange) => exchange.next()).map((turn) => (turn.done ? '' : turn.value.text))
    const verdicts = exchanges.map((exchange, index) => {
      const digest = createHmac('md5', account.password)
        .update(challenges[index] ?? '')
        .digest('hex')
      return exchange.next(Buffer.from(`maría ${digest}`))
    })
    expect(challenges[0]).toMatch(/^<[0-9a-f]{24}\.\d+@localhost>$/)
    expect(new Set(challenges).size).toBe(2)
    expect(verdicts).toEqual([
      { done: true, value: 'right' },
      { done: true, value: 'right' },
    ])
  })
})

describe('base64', () => {
  it.each([
    ['', ''],
    ['TQ==', 'M'],
    ['TWFu', 'Man'],
    ['TQ=', null],
    ['TQ', null],
    ['=', null],
    ['TW-_', null],
    ['TW Fu', null],
  ])('%j is read as %j', (text, expected) => {
    expect(decodeBase64(text)?.toString() ?? null).toBe(expected)
  })
})
