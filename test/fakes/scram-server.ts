// The server's half of SCRAM (RFC 5802 §3), written apart from the client's, for one account.
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'

export function scramServer(hash: 'sha1' | 'sha256', password: string) {
  const salt = Buffer.from('salt of the server')
  const iterations = 4
  const hmac = (key: Buffer, text: string) => createHmac(hash, key).update(text).digest()
  const salted = pbkdf2Sync(password, salt, iterations, hash === 'sha1' ? 20 : 32, hash)
  const storedKey = createHash(hash).update(hmac(salted, 'Client Key')).digest('hex')
  let messages = ''
  let nonce = ''
  return {
    first(initial: string): string {
      const [, bare = ''] = /^[^,]+,[^,]*,(.*)$/s.exec(initial) ?? []
      nonce = `${bare.slice(bare.lastIndexOf(',r=') + 3)}server`
      const first = `r=${nonce},s=${salt.toString('base64')},i=${iterations}`
      messages = `${bare},${first}`
      return first
    },
    final(answer: string): string {
      const [, withoutProof = '', proof = ''] = /^(.*),p=(.*)$/s.exec(answer) ?? []
      const signed = `${messages},${withoutProof}`
      const signature = hmac(Buffer.from(storedKey, 'hex'), signed)
      const key = Buffer.from(proof, 'base64').map((octet, index) => octet ^ (signature[index] ?? 0))
      const isRight = createHash(hash).update(key).digest('hex') === storedKey && withoutProof.endsWith(`r=${nonce}`)
      return isRight ? `v=${hmac(hmac(salted, 'Server Key'), signed).toString('base64')}` : 'e=invalid-proof'
    },
  }
}
