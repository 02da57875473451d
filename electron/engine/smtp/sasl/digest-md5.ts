// DIGEST-MD5 (RFC 2831, historic by RFC 6331): both sides prove with MD5 that they know the password.
import { createHash, timingSafeEqual } from 'node:crypto'
import { type DigestChallenge, readDigestChallenge, readResponseAuth } from './digest-challenge.ts'
import {
  distrusted,
  hiddenResponse,
  type LoginContext,
  nothing,
  respond,
  respondAwaitingProof,
  type SaslMechanism,
  type SaslStep,
  unexpected,
  unproven,
  unsuitable,
} from './mechanism.ts'

export function digestMd5(context: LoginContext): SaslMechanism {
  const cnonce = context.random(18).toString('base64')
  let expected: string | null = null
  let isProven = false

  const answerFirst = (octets: Buffer): SaslStep => {
    const challenge = readDigestChallenge(octets)
    if ('reason' in challenge)
      return challenge.isUnsuitable ? unsuitable(challenge.reason) : unexpected(challenge.reason)
    const answer = sign(context, challenge, cnonce)
    if (answer === null)
      return unsuitable('the user or the password does not fit into ISO 8859-1, which the server asks for')
    expected = answer.proof
    return respondAwaitingProof(hiddenResponse(answer.octets, `[${context.user}, digest hidden]`))
  }

  const answerProof = (octets: Buffer, proof: string): SaslStep => {
    const given = Buffer.from(readResponseAuth(octets) ?? '')
    isProven = given.length === proof.length && timingSafeEqual(given, Buffer.from(proof))
    return isProven ? respond(nothing, 'The server has proved that it knows the password.') : distrusted(unproven)
  }

  return {
    name: 'DIGEST-MD5',
    initial: null,
    answer(challenge) {
      if (expected === null) return answerFirst(challenge)
      return isProven ? unexpected('DIGEST-MD5 has no further challenge') : answerProof(challenge, expected)
    },
    doubt: () => (isProven ? null : unproven),
  }
}

/** RFC 2831 §2.1.2. Null when a text cannot be written in the character set of the server. */
function sign({ user, secret, host }: LoginContext, challenge: DigestChallenge, cnonce: string) {
  const { nonce, isUtf8 } = challenge
  const realm = realmFor(user, challenge.realms)
  const identity = { user, realm: realm ?? '', secret }
  if (!isUtf8 && !Object.values(identity).every(isLatin1)) return null
  const uri = `smtp/${host}`
  const { response, proof } = digestResponses(identity, { uri, nonce, cnonce })
  const directives = [
    ...(isUtf8 ? ['charset=utf-8'] : []),
    `username=${quoted(user)}`,
    ...(realm === null ? [] : [`realm=${quoted(realm)}`]),
    `nonce=${quoted(nonce)}`,
    `nc=${count}`,
    `cnonce=${quoted(cnonce)}`,
    `digest-uri=${quoted(uri)}`,
    `response=${response}`,
    'qop=auth',
  ]
  return { octets: Buffer.from(directives.join(','), isUtf8 ? 'utf8' : 'latin1'), proof }
}

type Identity = { readonly user: string; readonly realm: string; readonly secret: string }
type Occasion = { readonly uri: string; readonly nonce: string; readonly cnonce: string }

/** RFC 2831 §2.1.2.1, §2.1.3: ours, and the one that the server proves itself with. */
export function digestResponses({ user, realm, secret }: Identity, { uri, nonce, cnonce }: Occasion) {
  const colon = Buffer.from(':')
  const begin = md5(Buffer.concat([hashed(user), colon, hashed(realm), colon, hashed(secret)]))
  const a1 = md5(Buffer.concat([begin, Buffer.from(`:${nonce}:${cnonce}`)])).toString('hex')
  const digest = (purpose: string) => {
    const a2 = md5(`${purpose}:${uri}`).toString('hex')
    return md5(`${a1}:${nonce}:${count}:${cnonce}:auth:${a2}`).toString('hex')
  }
  return { response: digest('AUTHENTICATE'), proof: digest('') }
}

/** The first answer to this nonce, and the last. */
const count = '00000001'

/** The one that the user's own domain names, else the server's first; null where it names none (RFC 2831 §2.1.1). */
function realmFor(user: string, realms: readonly string[]): string | null {
  const domain = user.slice(user.lastIndexOf('@') + 1)
  return realms.find((realm) => realm.toLowerCase() === domain.toLowerCase()) ?? realms[0] ?? null
}

const isLatin1 = (text: string): boolean => /^[\x00-\xff]*$/.test(text)

/** RFC 2831 §2.1.2.1: ISO 8859-1 is hashed wherever it suffices, even when UTF-8 goes over the wire. */
const hashed = (text: string): Buffer => Buffer.from(text, isLatin1(text) ? 'latin1' : 'utf8')

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

const md5 = (data: string | Buffer): Buffer => createHash('md5').update(data).digest()
