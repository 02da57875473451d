// SCRAM: the examples of the RFCs, and every way in which a server may get it wrong.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { LoginContext } from '../../../../../electron/engine/smtp/sasl/index.ts'
import { runLogin } from '../../../../fakes/login.ts'
import { scramServer } from '../../../../fakes/scram-server.ts'

const unproven = 'the server could not prove that it knows the password'
const proven = 'The server has proved that it knows the password.'

/** A context whose nonce, in base64, is the one of an example, which need not be base64 of whole octets. */
const example = (nonce: string): Partial<LoginContext> => ({
  user: 'user',
  secret: 'pencil',
  random: () => Object.assign(Buffer.from(nonce), { toString: () => nonce }),
})

it('SCRAM-SHA-1 is as in RFC 5802 §5', async () => {
  const nonce = 'fyko+d2lbbFgONRv9qkxdawL'
  const first = `r=${nonce}3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096`
  const withoutProof = `c=biws,r=${nonce}3rfcNHYJY1ZVvWVs7j`
  expect(await runLogin('SCRAM-SHA-1', [first, 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ='], example(nonce))).toEqual({
    initial: [`n,,n=user,r=${nonce}`, `[n,,n=user,r=${nonce}]`],
    answers: [
      [`${withoutProof},p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=`, `[${withoutProof}, proof hidden]`, null],
      ['', '', proven],
    ],
    doubt: null,
  })
})

it('SCRAM-SHA-256 is as in RFC 7677 §3', async () => {
  const nonce = 'rOprNGfwEbeRWgbNEkqO'
  const whole = `${nonce}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0`
  const first = `r=${whole},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`
  const { answers, doubt } = await runLogin(
    'SCRAM-SHA-256',
    ['', first, 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=', ''],
    example(nonce),
  )
  expect(answers.map((answer) => (typeof answer === 'string' ? answer : answer[0]))).toEqual([
    `n,,n=user,r=${nonce}`,
    `c=biws,r=${whole},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`,
    '',
    'SCRAM has no further challenge',
  ])
  expect(doubt).toBeNull()
})

describe('the flag for channel binding (RFC 5802 §6)', () => {
  const data = Buffer.from('channel')
  test.each([
    [{ kind: 'none' }, 'n,,', 'n,,'],
    [{ kind: 'not-offered' }, 'y,,', 'y,,'],
    [{ kind: 'bound', name: 'tls-exporter', data }, 'p=tls-exporter,,', 'p=tls-exporter,,channel'],
  ] as const)('of %o is %s, and is signed', async (binding, flag, signed) => {
    const { initial, answers } = await runLogin('SCRAM-SHA-256-PLUS', [firstOf(nonceOfSevens)], { binding })
    expect(initial?.[0]).toBe(`${flag}n=tim,r=${nonceOfSevens}`)
    expect(answers[0]?.[0]).toContain(`c=${Buffer.from(signed).toString('base64')},`)
  })
})

const nonceOfSevens = Buffer.alloc(18, 7).toString('base64')
const firstOf = (nonce: string, salt = 'QSXCR+Q6sek8bf92', count = '4096') => `r=${nonce}x,s=${salt},i=${count}`

test.each([
  ['a nonce that is not ours', firstOf('other'), 'the nonce does not continue ours'],
  ['our nonce and nothing of its own', `r=${nonceOfSevens},s=QSXC,i=4096`, 'the nonce does not continue ours'],
  ['no salt', firstOf(nonceOfSevens, ''), 'the first message of SCRAM cannot be read'],
  ['a salt that is not base64', firstOf(nonceOfSevens, 'Q'), 'the salt is not base64'],
  ['no round', firstOf(nonceOfSevens, 'QSXC', '0'), 'the first message of SCRAM cannot be read'],
  ['rounds below nothing', firstOf(nonceOfSevens, 'QSXC', '-1'), 'the first message of SCRAM cannot be read'],
  [
    'absurdly many rounds',
    firstOf(nonceOfSevens, 'QSXC', '4294967296'),
    'it wants the password hashed 4294967296 times',
  ],
  [
    'rounds without end',
    firstOf(nonceOfSevens, 'QSXC', '9'.repeat(400)),
    `it wants the password hashed ${'9'.repeat(20)} times`,
  ],
  ['an extension', `m=ext,${firstOf(nonceOfSevens)}`, 'it demands an extension of SCRAM that Heloise does not know'],
  ['an error', 'e=other-error', 'the server says other-error'],
  ['nonsense', '\xff\0', 'the first message of SCRAM cannot be read'],
])('a server that begins with %s gets no proof', async (_, first, reason) => {
  expect((await runLogin('SCRAM-SHA-256', [first])).answers).toEqual([reason])
})

test.each([
  ['a wrong signature', 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=', unproven],
  ['an empty signature', 'v=', unproven],
  ['a signature that is not base64', 'v=%', unproven],
  ['nothing', '', 'the last message of SCRAM cannot be read'],
  [
    'the news that it does offer channel binding',
    'e=server-does-support-channel-binding',
    'the server offers channel binding, but its offer did not arrive: somebody may have changed its list of mechanisms',
  ],
  [
    'the news that it sees another channel',
    'e=channel-bindings-dont-match',
    'the TLS connection that the server sees is not ours: somebody may stand between, or something ends TLS before the server',
  ],
])('a server that ends with %s is not believed', async (_, final, reason) => {
  const { answers, doubt } = await runLogin('SCRAM-SHA-256', [firstOf(nonceOfSevens), final])
  expect([answers[1], doubt]).toEqual([reason, unproven])
})

it('a success without a signature is not believed, and a refusal is told in the server’s words', async () => {
  expect((await runLogin('SCRAM-SHA-1', [firstOf(nonceOfSevens)])).doubt).toBe(unproven)
  const { answers } = await runLogin('SCRAM-SHA-1', [firstOf(nonceOfSevens), 'e=invalid-proof'])
  expect(answers[1]).toEqual(['', '', 'SCRAM-SHA-1 was refused: invalid-proof'])
})

it('few rounds are told', async () => {
  const { answers } = await runLogin('SCRAM-SHA-256', [firstOf(nonceOfSevens, 'QSXC', '1')])
  expect(answers[0]?.[2]).toMatch(/only 1 times/)
})

it('names and passwords are prepared (RFC 4013 §3), and quoted (RFC 5802 §5.1)', async () => {
  expect((await runLogin('SCRAM-SHA-1', [], { user: 'I\u00adX' })).initial?.[0]).toContain('n=IX,')
  expect((await runLogin('SCRAM-SHA-1', [], { user: '\u2168' })).initial?.[0]).toContain('n=IX,')
  expect((await runLogin('SCRAM-SHA-1', [], { user: 'a=b,c' })).initial?.[0]).toContain('n=a=3Db=2Cc,')
  await expect(runLogin('SCRAM-SHA-1', [], { user: '\u06271' })).rejects.toThrow(/SASLprep/)
})

const utf8 = (octets = ''): string => Buffer.from(octets, 'latin1').toString('utf8')

test('whatever the name and the password, a server that knows them is convinced and believed', async () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'B', '=', ',', 'ñ', ' ', '0', '"'), minLength: 1, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(word, word, fc.uint8Array({ minLength: 18, maxLength: 18 }), async (user, secret, nonce) => {
      const server = scramServer('sha256', secret)
      const context = { user, secret, random: () => Buffer.from(nonce) }
      const { initial } = await runLogin('SCRAM-SHA-256', [], context)
      const first = server.first(utf8(initial?.[0]))
      const { answers } = await runLogin('SCRAM-SHA-256', [first], context)
      const final = server.final(utf8(answers[0]?.[0]))
      const { doubt } = await runLogin('SCRAM-SHA-256', [first, final], context)
      expect(doubt).toBeNull()
    }),
    { numRuns: 30 },
  )
})

test('whatever the server says, it is not believed', async () => {
  const said = fc.oneof(
    fc.string(),
    fc.string().map((text) => `v=${text}`),
    fc.constant(firstOf(nonceOfSevens, 'QSXC', '1')),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 5 }), async (challenges) => {
      const { answers, doubt } = await runLogin('SCRAM-SHA-256', challenges, { secret: 'tanstaaf' })
      expect(doubt).toBe(unproven)
      expect(JSON.stringify(answers)).not.toContain('tanstaaf')
    }),
  )
})
