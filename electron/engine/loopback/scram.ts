// The server's half of SCRAM (RFC 5802 §3), without channel binding.
import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Account, Exchange, Verdict } from './login.ts'

/** RFC 7677 §4: the fewest that are asked for, since this server keeps no secret that others want. */
const iterations = 4096

/** An impostor does not know the password, and proves nothing. */
export function* scram(hash: 'sha1' | 'sha256', { user, password }: Account, isImpostor: boolean): Exchange {
  const opening = (yield { text: '', holding: 'scram' }).toString('utf8')
  // RFC 5802 §7: `p=` asks for a binding, which was not offered; `a=` for another identity, which nobody has here.
  const [, header = '', bare = '', name = '', clientNonce = ''] =
    /^([ny],(?:a=[^,]*)?,)(n=([^,]+),r=([\x21-\x2b\x2d-\x7e]+))/.exec(opening) ?? []
  if (clientNonce === '') return 'malformed'

  const nonce = `${clientNonce}${randomBytes(18).toString('base64')}`
  const salt = randomBytes(16)
  const first = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`
  const closing = (yield { text: first, holding: 'scram' }).toString('utf8')
  const [, withoutProof = '', proof = ''] = /^(c=[^,]*,r=[^,]*),p=([^,]+)$/.exec(closing) ?? []
  if (proof === '') return 'malformed'

  const isOurs = withoutProof === `c=${Buffer.from(header).toString('base64')},r=${nonce}`
  const keys = keysOf(hash, password, salt)
  const signed = `${bare},${first},${withoutProof}`
  const isKnown = isProof(Buffer.from(proof, 'base64'), hash, keys.stored, signed)
  const isSelf = name.replaceAll('=2C', ',').replaceAll('=3D', '=') === user && /^[ny],,$/.test(header)
  if (!isSelf) return 'wrong user'
  if (!(isOurs && isKnown)) return 'wrong password'
  const serverKey = isImpostor ? randomBytes(keys.server.length) : keys.server
  yield { text: `v=${hmac(hash, serverKey, signed).toString('base64')}`, holding: 'scram', isProof: true }
  return 'right' satisfies Verdict
}

function keysOf(hash: 'sha1' | 'sha256', password: string, salt: Buffer): { stored: Buffer; server: Buffer } {
  const salted = pbkdf2Sync(password, salt, iterations, createHash(hash).digest().length, hash)
  return { stored: digest(hash, hmac(hash, salted, 'Client Key')), server: hmac(hash, salted, 'Server Key') }
}

function isProof(proof: Buffer, hash: string, stored: Buffer, signed: string): boolean {
  const signature = hmac(hash, stored, signed)
  if (proof.length !== signature.length) return false
  const clientKey = Buffer.from(proof.map((octet, index) => octet ^ (signature[index] ?? 0)))
  return timingSafeEqual(digest(hash, clientKey), stored)
}

const hmac = (hash: string, key: Buffer, text: string): Buffer => createHmac(hash, key).update(text).digest()
const digest = (hash: string, octets: Buffer): Buffer => createHash(hash).update(octets).digest()
