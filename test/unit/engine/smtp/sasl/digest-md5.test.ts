// DIGEST-MD5: the digests of RFC 2831 §4, which are of IMAP and ACAP; ours for SMTP; and servers that get it wrong.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readDigestChallenge } from '../../../../../electron/engine/smtp/sasl/digest-challenge.ts'
import { digestResponses } from '../../../../../electron/engine/smtp/sasl/digest-md5.ts'
import { runLogin } from '../../../../fakes/login.ts'

const unproven = 'the server could not prove that it knows the password'

test.each([
  [
    'imap/elwood.innosoft.com',
    'OA6MG9tEQGm2hh',
    'OA6MHXh6VqTrRk',
    { response: 'd388dad90d4bbd760a152321f2143af7', proof: 'ea40f60335c427b5527b84dbabcdfffd' },
  ],
  [
    'acap/elwood.innosoft.com',
    'OA9BSXrbuRhWay',
    'OA9BSuZWMSpW8m',
    { response: '6084c6db3fede7352c551284490fd0fc', proof: '2f0b3d7c3c2e486600ef710726aa2eae' },
  ],
])('the digests for %s are as in RFC 2831 §4', (uri, nonce, cnonce, expected) => {
  const identity = { user: 'chris', realm: 'elwood.innosoft.com', secret: 'secret' }
  expect(digestResponses(identity, { uri, nonce, cnonce })).toEqual(expected)
})

const challenge = 'realm="mx.example",nonce="OA6MG9tEQGm2hh",qop="auth",algorithm=md5-sess,charset=utf-8'
const cnonce = Buffer.alloc(18, 7).toString('base64')
const md5 = (text: string | Buffer) => createHash('md5').update(text).digest()

/** RFC 2831 §2.1.2.1, for the challenge above. */
function digestOf(purpose: string, secret: Buffer | string, user = 'tim') {
  const begin = md5(Buffer.concat([Buffer.from(`${user}:mx.example:`), Buffer.from(secret)]))
  const a1 = md5(Buffer.concat([begin, Buffer.from(`:OA6MG9tEQGm2hh:${cnonce}`)])).toString('hex')
  const a2 = md5(`${purpose}:smtp/mx.example`).toString('hex')
  return md5(`${a1}:OA6MG9tEQGm2hh:00000001:${cnonce}:auth:${a2}`).toString('hex')
}

it('answers for SMTP, and believes a server that proves itself', async () => {
  const proof = `rspauth=${digestOf('', 'tanstaaftanstaaf')}`
  expect(await runLogin('DIGEST-MD5', [challenge, proof, ''])).toEqual({
    initial: null,
    answers: [
      [
        `charset=utf-8,username="tim",realm="mx.example",nonce="OA6MG9tEQGm2hh",nc=00000001,cnonce="${cnonce}",digest-uri="smtp/mx.example",response=${digestOf('AUTHENTICATE', 'tanstaaftanstaaf')},qop=auth`,
        '[tim, digest hidden]',
        null,
      ],
      ['', '', 'The server has proved that it knows the password.'],
      'DIGEST-MD5 has no further challenge',
    ],
    doubt: null,
  })
})

it('hashes ISO 8859-1 where that suffices, and UTF-8 elsewhere (RFC 2831 §2.1.2.1)', async () => {
  const responseTo = async (secret: string) => (await runLogin('DIGEST-MD5', [challenge], { secret })).answers[0]?.[0]
  expect(await responseTo('ñ')).toContain(digestOf('AUTHENTICATE', Buffer.from('ñ', 'latin1')))
  expect(await responseTo('ñ€')).toContain(digestOf('AUTHENTICATE', 'ñ€'))
})

test.each([
  [
    'another algorithm',
    'nonce="a",algorithm=md5',
    'the challenge of DIGEST-MD5 is wrong: its algorithm is not md5-sess',
  ],
  ['no nonce', 'algorithm=md5-sess', 'the challenge of DIGEST-MD5 is wrong: it has no nonce, or more than one'],
  [
    'two nonces',
    'nonce="a",nonce="b",algorithm=md5-sess',
    'the challenge of DIGEST-MD5 is wrong: it has no nonce, or more than one',
  ],
  ['nonsense', 'nonce="a', 'the challenge of DIGEST-MD5 is wrong: its directives cannot be read'],
  ['too much', `nonce="${'a'.repeat(3000)}"`, 'the challenge of DIGEST-MD5 is wrong: its directives cannot be read'],
  [
    'layers of its own',
    'nonce="a",algorithm=md5-sess,qop="auth-int,auth-conf"',
    'the server wants every command signed or encrypted, which TLS does better',
  ],
])('a challenge with %s is not answered', async (_, text, reason) => {
  expect((await runLogin('DIGEST-MD5', [text])).answers).toEqual([reason])
})

it('a password beyond ISO 8859-1 is not sent to a server that knows nothing else', async () => {
  expect((await runLogin('DIGEST-MD5', ['nonce="a",algorithm=md5-sess'], { secret: '€' })).answers).toEqual([
    'the user or the password does not fit into ISO 8859-1, which the server asks for',
  ])
})

test.each([`rspauth=${'0'.repeat(32)}`, 'rspauth=', '', 'x'])(
  'a server that proves itself by %j is not believed',
  async (proof) => {
    const { answers, doubt } = await runLogin('DIGEST-MD5', [challenge, proof])
    expect([answers[1], doubt]).toEqual([unproven, unproven])
  },
)

test('directives are read whatever stands between them', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', '\\', ',', ' ', '='), maxLength: 10 })
  const gap = fc.constantFrom('', ' ', '\t', ',', ' , ')
  fc.assert(
    fc.property(value, value, gap, (realm, nonce, between) => {
      const quote = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`
      const text = `${between}realm=${quote(realm)},${between}nonce = ${quote(`n${nonce}`)} ,algorithm=md5-sess${between}`
      expect(readDigestChallenge(Buffer.from(text))).toEqual({ realms: [realm], nonce: `n${nonce}`, isUtf8: false })
    }),
  )
})

test('whatever the server says, nothing is thrown and nothing believed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { maxLength: 4 }), async (challenges) => {
      expect((await runLogin('DIGEST-MD5', challenges)).doubt).toBe(unproven)
    }),
  )
})
