// SCRAM (RFC 5802, with SHA-256 by RFC 7677): each side proves that it knows the password, and it does not travel.
import { createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Binding } from './channel-binding.ts'
import {
  distrusted,
  hiddenResponse,
  type LoginContext,
  nothing,
  openResponse,
  respond,
  respondAwaitingProof,
  respondToRefusal,
  type SaslMechanism,
  type SaslStep,
  unexpected,
  unproven,
} from './mechanism.ts'
import { saslprep } from './saslprep.ts'
import { readServerFinal, readServerFirst, type ServerFirst } from './scram-message.ts'

export const scram = (name: string, hash: 'sha1' | 'sha256') => async (context: LoginContext) => {
  const user = await saslprep(context.user, 'user')
  const password = await saslprep(context.secret, 'password')
  const nonce = context.random(nonceLength).toString('base64')
  return conversation({ name, hash, user, password, nonce, binding: context.binding })
}

/** Eighteen octets are 24 characters of base64, none of which is a comma (RFC 5802 §5.1). */
const nonceLength = 18

type Exchange = {
  readonly name: string
  readonly hash: 'sha1' | 'sha256'
  readonly user: string
  readonly password: string
  readonly nonce: string
  readonly binding: Binding
}

function conversation(exchange: Exchange): SaslMechanism {
  const header = gs2Header(exchange.binding)
  const bare = `n=${saslName(exchange.user)},r=${exchange.nonce}`
  const initial = openResponse(`${header}${bare}`, `[${header}${bare}]`)
  let expected: Buffer | null = null
  let isProven = false

  const answerFirst = async (challenge: Buffer): Promise<SaslStep> => {
    const said = challenge.toString('utf8')
    const first = readServerFirst(said, exchange.nonce)
    if (first.kind !== 'first') return first
    const withoutProof = `c=${bound(header, exchange.binding)},r=${first.nonce}`
    const { proof, serverSignature } = await sign(exchange, first, `${bare},${said},${withoutProof}`)
    expected = serverSignature
    const response = hiddenResponse(`${withoutProof},p=${proof}`, `[${withoutProof}, proof hidden]`)
    return respondAwaitingProof(response, noteOf(first))
  }

  const answerFinal = (challenge: Buffer, signature: Buffer): SaslStep => {
    const final = readServerFinal(challenge.toString('utf8'))
    // RFC 5802 §7: the client may wait for the server's refusal in its own words.
    if (final.kind === 'refused') return respondToRefusal(nothing, exchange.name, final.reason)
    if (final.kind !== 'signature') return final
    isProven = final.signature.length === signature.length && timingSafeEqual(final.signature, signature)
    return isProven ? respond(nothing, 'The server has proved that it knows the password.') : distrusted(unproven)
  }

  return {
    name: exchange.name,
    initial,
    answer(challenge, index) {
      if (index === 0 && challenge.length === 0) return respond(initial)
      if (expected === null) return answerFirst(challenge)
      return isProven ? unexpected('SCRAM has no further challenge') : answerFinal(challenge, expected)
    },
    doubt: () => (isProven ? null : unproven),
  }
}

/** RFC 5802 §7: gs2-header, without an authorization identity. */
function gs2Header(binding: Binding): string {
  const flags = { none: 'n', 'not-offered': 'y', bound: 'p' } as const
  return binding.kind === 'bound' ? `p=${binding.name},,` : `${flags[binding.kind]},,`
}

function bound(header: string, binding: Binding): string {
  const data = binding.kind === 'bound' ? binding.data : Buffer.alloc(0)
  return Buffer.concat([Buffer.from(header), data]).toString('base64')
}

/** RFC 5802 §5.1 */
export const saslName = (name: string): string => name.replaceAll('=', '=3D').replaceAll(',', '=2C')

const derive = promisify(pbkdf2)

/** RFC 5802 §3 */
async function sign({ hash, password }: Exchange, { salt, iterations }: ServerFirst, authMessage: string) {
  const length = createHash(hash).digest().length
  const salted = await derive(password, salt, iterations, length, hash)
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest()
  const clientKey = hmac(salted, 'Client Key')
  const storedKey = createHash(hash).update(clientKey).digest()
  const signature = hmac(storedKey, authMessage)
  const proof = Buffer.from(clientKey.map((octet, index) => octet ^ (signature[index] ?? 0)))
  return {
    proof: proof.toString('base64'),
    serverSignature: hmac(hmac(salted, 'Server Key'), authMessage),
  }
}

/** RFC 7677 §4 */
const fewIterations = 4096

function noteOf({ iterations }: ServerFirst): string | null {
  if (iterations >= fewIterations) return null
  return `The server hashes the password only ${iterations} times; RFC 7677 §4 asks for ${fewIterations} at least.`
}
