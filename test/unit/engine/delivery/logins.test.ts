// Logins over the wire: what is tried after what, servers that get it wrong, and no secret in any entry.
import { expect, it, test } from 'vitest'
import { checkAccess } from '../../../../electron/engine/delivery/index.ts'
import type { Mechanism } from '../../../../shared/values/mechanisms.ts'
import { type Answering, challenge, decoded, loginPeer } from '../../../fakes/login-peer.ts'
import { deliveryTools, relayAccess } from '../../../fakes/order.ts'
import { transcriptOf } from '../../../fakes/recorder.ts'
import { scramServer } from '../../../fakes/scram-server.ts'

const secret = 's3cret-s3cret'

async function logIn(
  mechanisms: string,
  answering: () => Answering,
  mechanism: Mechanism | 'automatic' = 'automatic',
  password = secret,
) {
  await using peer = await loginPeer(mechanisms, answering)
  const tools = deliveryTools()
  const login = { user: 'ana', mechanism, allowPlaintext: true }
  const { auth, failure } = await checkAccess(relayAccess(peer.port, { login, secret: password }), tools, {
    replyTimeout: 5,
  })
  const entries = tools.sessions.flatMap((session) => session.entries)
  expect(JSON.stringify([failure, entries])).not.toMatch(/s3cret|czNjcmV0/)
  const said = transcriptOf(entries).filter((line) => !/EHLO|QUIT|221|220|250|^\*/.test(line))
  const notes = entries
    .filter(({ kind, stage }) => kind === 'note' && stage === 'auth')
    .map(({ text }) => text)
    .filter((text) => !/as told/.test(text))
  return { mechanism: auth?.mechanism ?? null, failure: failure && [failure.kind, failure.facts.reason], said, notes }
}

/** A server that knows this password; `change` spoils its last word. */
const scramming =
  (password: string, change = (final: string): string => challenge(final)) =>
  (): Answering => {
    const server = scramServer('sha256', password)
    return (line) => {
      const [, name, initial] = /^AUTH (\S+) (\S+)$/.exec(line) ?? []
      if (name !== undefined) return challenge(server.first(decoded(initial ?? '')))
      if (line === '') return '235 Welcome'
      return line === '*' ? '501 Cancelled' : change(server.final(decoded(line)))
    }
  }

it('SCRAM logs in, and neither its proofs nor the password are in the log', async () => {
  const { mechanism, said, notes } = await logIn('PLAIN SCRAM-SHA-256', scramming(secret))
  expect([mechanism, said.map((line) => line.replace(/r=[^,\]]*/g, 'r=…'))]).toEqual([
    'SCRAM-SHA-256',
    [
      'C: AUTH SCRAM-SHA-256 [n,,n=ana,r=…]',
      said[1],
      'C: [c=biws,r=…, proof hidden]',
      'S: 334 [proof hidden]',
      'C: ',
      'S: 235 Welcome',
    ],
  ])
  expect(notes).toEqual([
    'The server hashes the password only 4 times; RFC 7677 §4 asks for 4096 at least.',
    'The server has proved that it knows the password.',
  ])
})

const unproven = 'the server could not prove that it knows the password'

test.each([
  ['signs wrongly', scramming(secret, () => challenge('v=AAAA')), 'login-server-unproven', unproven],
  ['takes the login without a signature', scramming(secret, () => '235 Welcome'), 'login-server-unproven', unproven],
  [
    'saw another list of mechanisms',
    scramming(secret, () => challenge('e=server-does-support-channel-binding')),
    'login-server-unproven',
    'the server offers channel binding, but its offer did not arrive: somebody may have changed its list of mechanisms',
  ],
  [
    'says something else',
    scramming(secret, () => challenge('x=')),
    'login-protocol-error',
    'the last message of SCRAM cannot be read',
  ],
  ['sends no base64', () => () => '334 %', 'login-protocol-error', 'the challenge is not base64'],
] as const)('a server that %s is not believed', async (_, answering, kind, reason) => {
  const { mechanism, failure } = await logIn('SCRAM-SHA-256 PLAIN', answering)
  expect([mechanism, failure]).toEqual([null, [kind, reason]])
})

it('a wrong password ends the login: nothing else is tried', async () => {
  const refusing = scramming('another', () => '535 5.7.8 No')
  const { failure, said } = await logIn('SCRAM-SHA-256 PLAIN LOGIN', refusing)
  expect([failure?.[0], said.filter((line) => line.includes('AUTH')).length]).toEqual(['login-refused', 1])
})

test.each(['504 5.5.4 Unknown', '534 5.7.9 Too weak', '535 5.7.8 authentication failed: no mechanism available'])(
  'after %s the next mechanism is tried',
  async (refusal) => {
    const answering = () => (line: string) => (line.startsWith('AUTH PLAIN') ? '235 Welcome' : refusal)
    const { mechanism, said } = await logIn('PLAIN LOGIN SCRAM-SHA-1 SCRAM-SHA-256', answering)
    const tried = said.flatMap((line) => /AUTH (\S+)/.exec(line)?.[1] ?? [])
    expect([mechanism, tried]).toEqual(['PLAIN', ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN']])
  },
)

it('a mechanism that cannot be used here is cancelled, and the next one tried', async () => {
  const digest = 'nonce="a",algorithm=md5-sess,qop="auth-conf"'
  const answering = () => (line: string) => {
    if (line === 'AUTH DIGEST-MD5') return challenge(digest)
    return line === '*' ? '501 Cancelled' : '235 Welcome'
  }
  const { mechanism, notes } = await logIn('NTLM DIGEST-MD5', answering)
  expect([mechanism, notes]).toEqual([
    'NTLM',
    ['DIGEST-MD5 cannot be used here: the server wants every command signed or encrypted, which TLS does better.'],
  ])
})

test.each([
  'SCRAM-SHA-256',
  'DIGEST-MD5',
  'CRAM-MD5',
  'NTLM',
  'PLAIN',
  'LOGIN',
  'XOAUTH2',
  'OAUTHBEARER',
  'EXTERNAL',
  'ANONYMOUS',
] as const)('challenges without end do not keep %s', async (mechanism) => {
  const answering = () => (line: string) => (line === '*' ? '501 Cancelled' : challenge(line))
  expect((await logIn(mechanism, answering, mechanism)).failure?.[0]).toBe('login-protocol-error')
})

it('a refused token is explained, and one that the server quotes is not shown', async () => {
  const error = JSON.stringify({ status: 'invalid_token', token: secret })
  const answering = () => (line: string) => (line.startsWith('AUTH') ? challenge(error) : '535 5.7.8 No')
  const { failure, said, notes } = await logIn('OAUTHBEARER', answering, 'OAUTHBEARER')
  expect({ failure, said: said.slice(1), notes }).toEqual({
    failure: [
      'login-token-refused',
      'status invalid_token (the token has expired, was withdrawn, or is not for this user), token [hidden]',
    ],
    said: ['S: 334 [hidden]', 'C: AQ==', 'S: 535 5.7.8 No'],
    notes: [
      'OAUTHBEARER was refused: status invalid_token (the token has expired, was withdrawn, or is not for this user), token [hidden]',
    ],
  })
})

it('EXTERNAL and ANONYMOUS need no secret', async () => {
  for (const mechanism of ['EXTERNAL', 'ANONYMOUS'] as const) {
    await using peer = await loginPeer(mechanism, () => () => '235 Welcome')
    const login = { user: '', mechanism, allowPlaintext: false }
    const receipt = await checkAccess(relayAccess(peer.port, { login }), deliveryTools(), { replyTimeout: 5 })
    expect([receipt.failure, receipt.auth]).toEqual([null, { mechanism }])
  }
})

test.each([
  [367, ['C: AUTH PLAIN [ana, password hidden]', 'S: 235 Welcome']],
  [370, ['C: AUTH PLAIN', 'S: 334 ', 'C: [ana, password hidden]', 'S: 235 Welcome']],
])(
  'a password of %i octets leaves with AUTH only if the line has no more than 512 then (RFC 4954 §4)',
  async (length, lines) => {
    const answering = () => (line: string) => (line === 'AUTH PLAIN' ? '334 ' : '235 Welcome')
    expect((await logIn('PLAIN', answering, 'PLAIN', 'p'.repeat(length))).said).toEqual(lines)
  },
)
