// NTLM: the hash of RFC 1320, the figures of MS-NLMP §4.2.4, and messages that are none.
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { md4 } from '../../../../../electron/engine/smtp/sasl/md4.ts'
import { sign } from '../../../../../electron/engine/smtp/sasl/ntlm.ts'
import { negotiateMessage, readChallenge, writePairs } from '../../../../../electron/engine/smtp/sasl/ntlm-message.ts'
import { runLogin } from '../../../../fakes/login.ts'

test.each([
  ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
  ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
  ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
  ['message digest', 'd9130a8164549fe818874806e1c7014b'],
  ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
  ['1234567890'.repeat(8), 'e33b4ddc9c38f2199c3e7b164fcc0536'],
])('MD4 of %j is as in RFC 1320 A.5', (text, digest) => {
  expect(md4(Buffer.from(text)).toString('hex')).toBe(digest)
})

const names = [
  { id: 2, value: Buffer.from('Domain', 'utf16le') },
  { id: 1, value: Buffer.from('Server', 'utf16le') },
]

it('signs as in MS-NLMP §4.2.4', () => {
  const { lmResponse, ntResponse, sessionKey } = sign({
    user: 'User',
    domain: 'Domain',
    secret: 'Password',
    challenge: { flags: 0, serverChallenge: Buffer.from('0123456789abcdef', 'hex'), pairs: names },
    clientChallenge: Buffer.alloc(8, 0xaa),
    now: new Date('1601-01-01T00:00:00Z'),
  })
  expect([lmResponse, ntResponse.subarray(0, 16), sessionKey].map((octets) => octets.toString('hex'))).toEqual([
    '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa',
    '68cd0ab851e51c96aabc927bebef6a1c',
    '8de40ccadbc14a82f15cb0ad0de95ca3',
  ])
})

function challengeOf(pairs: Parameters<typeof writePairs>[0]): Buffer {
  const information = writePairs(pairs)
  const head = Buffer.alloc(48)
  head.write('NTLMSSP\0', 'latin1')
  head.writeUInt32LE(2, 8)
  head.writeUInt32LE(0xa0888205, 20)
  head.writeUInt16LE(information.length, 40)
  head.writeUInt32LE(48, 44)
  return Buffer.concat([head, information])
}

it('answers with domain and user, and asks for no more', async () => {
  const { initial, answers } = await runLogin('NTLM', ['', challengeOf(names), challengeOf(names)], {
    user: 'CORP\\tim',
  })
  const negotiate = negotiateMessage().toString('latin1')
  const message = Buffer.from(answers[1]?.[0] ?? '', 'latin1')
  const field = (at: number) =>
    message
      .subarray(message.readUInt32LE(at + 4))
      .subarray(0, message.readUInt16LE(at))
      .toString('utf16le')
  expect(initial).toEqual([negotiate, '[NTLM negotiate]'])
  expect(answers[0]).toEqual([negotiate, '[NTLM negotiate]', null])
  expect([field(28), field(36), answers[1]?.[1]]).toEqual(['CORP', 'tim', '[CORP\\tim, digest hidden]'])
  expect(answers[2]).toBe('NTLM has one challenge, but the server sent another')
})

it('has an integrity code and no older response where the server tells the time (MS-NLMP §3.1.5.1.2)', async () => {
  const time = { id: 7, value: Buffer.alloc(8, 3) }
  const messageTo = async (pairs: typeof names) =>
    Buffer.from((await runLogin('NTLM', [challengeOf(pairs)])).answers[0]?.[0] ?? '', 'latin1')
  const [without, withTime] = [await messageTo(names), await messageTo([...names, time])]
  const isEmpty = (octets: Buffer) => octets.every((octet) => octet === 0)
  expect([without, withTime].map((message) => isEmpty(message.subarray(72, 88)))).toEqual([true, false])
  expect([without, withTime].map((message) => isEmpty(message.subarray(88, 112)))).toEqual([false, true])
})

test('whatever the server says, nothing is thrown', async () => {
  const begun = fc.uint8Array({ maxLength: 80 }).map((octets) => {
    const message = challengeOf(names)
    message.set(octets.subarray(0, message.length - 12), 12)
    return message
  })
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        begun,
        fc.uint8Array().map((octets) => Buffer.from(octets)),
      ),
      async (challenge) => {
        const read = readChallenge(challenge)
        const { answers } = await runLogin('NTLM', [challenge.length === 0 ? 'x' : challenge])
        expect(typeof answers[0] === 'string').toBe(read === null)
      },
    ),
  )
})
