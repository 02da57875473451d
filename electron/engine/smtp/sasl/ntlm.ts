// NTLM (MS-NLMP, over SMTP by MS-SMTPNTLM), version 2 alone: the password's hash signs the server's challenge.
import { createHmac } from 'node:crypto'
import { md4 } from './md4.ts'
import { hiddenResponse, type LoginContext, respond, type SaslMechanism, unexpected } from './mechanism.ts'
import {
  authenticateMessage,
  avIds,
  micAt,
  type NtlmChallenge,
  negotiateMessage,
  readChallenge,
  unicode,
  writePairs,
} from './ntlm-message.ts'

/** `DOMAIN\user`, or `user@domain.example` as it is. */
export function ntlm({ user: typed, secret, random, now }: LoginContext): SaslMechanism {
  const negotiate = negotiateMessage()
  const [, domain = '', user = typed] = /^([^\\]+)\\(.+)$/s.exec(typed) ?? []
  const initial = { octets: negotiate, shown: '[NTLM negotiate]', isSecret: false }
  let isAnswered = false
  return {
    name: 'NTLM',
    initial,
    answer(octets, index) {
      if (index === 0 && octets.length === 0) return respond(initial)
      if (isAnswered) return unexpected('NTLM has one challenge, but the server sent another')
      const challenge = readChallenge(octets)
      if (challenge === null) return unexpected('the challenge of NTLM cannot be read')
      isAnswered = true
      const clientChallenge = random(8)
      const signed = sign({ user, domain, secret, challenge, clientChallenge, now: now() })
      const message = authenticateMessage({ flags: challenge.flags, domain, user, ...signed })
      if (hasTimestamp(challenge)) hmac(signed.sessionKey, negotiate, octets, message).copy(message, micAt) // MS-NLMP §3.1.5.1.2
      return respond(hiddenResponse(message, `[${typed}, digest hidden]`))
    },
  }
}

export type Signing = {
  readonly user: string
  readonly domain: string
  readonly secret: string
  readonly challenge: NtlmChallenge
  readonly clientChallenge: Buffer
  readonly now: Date
}

/** MS-NLMP §3.3.2 */
export function sign({ user, domain, secret, challenge, clientChallenge, now }: Signing) {
  const { serverChallenge, pairs } = challenge
  const key = hmac(md4(unicode(secret)), unicode(user.toUpperCase() + domain))
  const time = pairs.find(({ id }) => id === avIds.timestamp)?.value ?? fileTime(now)
  // MS-NLMP §2.2.2.7
  const blob = Buffer.concat([
    Buffer.from([1, 1, 0, 0, 0, 0, 0, 0]),
    time,
    clientChallenge,
    Buffer.alloc(4),
    targetInformation(challenge),
    Buffer.alloc(4),
  ])
  const proof = hmac(key, serverChallenge, blob)
  return {
    ntResponse: Buffer.concat([proof, blob]),
    // MS-NLMP §3.1.5.1.2: with a time from the server, the older response is left empty.
    lmResponse: hasTimestamp(challenge)
      ? Buffer.alloc(24)
      : Buffer.concat([hmac(key, serverChallenge, clientChallenge), clientChallenge]),
    sessionKey: hmac(key, proof),
  }
}

const hasTimestamp = ({ pairs }: NtlmChallenge): boolean => pairs.some(({ id }) => id === avIds.timestamp)

/** MS-NLMP §2.2.2.1: where there is a time there is a message integrity code too, and the flag that says so. */
function targetInformation(challenge: NtlmChallenge): Buffer {
  if (!hasTimestamp(challenge)) return writePairs(challenge.pairs)
  const others = challenge.pairs.filter(({ id }) => id !== avIds.flags)
  const flags = Buffer.alloc(4)
  challenge.pairs.find(({ id }) => id === avIds.flags)?.value.copy(flags)
  flags.writeUInt32LE((flags.readUInt32LE() | 2) >>> 0)
  return writePairs([...others, { id: avIds.flags, value: flags }])
}

/** Tenths of microseconds since 1601 (MS-DTYP §2.3.3). */
function fileTime(now: Date): Buffer {
  const time = Buffer.alloc(8)
  time.writeBigUInt64LE((BigInt(now.getTime()) + 11_644_473_600_000n) * 10_000n)
  return time
}

function hmac(key: Buffer, ...parts: readonly Buffer[]): Buffer {
  const hash = createHmac('md5', key)
  for (const part of parts) hash.update(part)
  return hash.digest()
}
