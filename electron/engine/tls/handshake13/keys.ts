// The key schedule of TLS 1.3 (RFC 8446 §7.1) as far as the server's first flight and the tickets behind it need it, and the
// opening and sealing of records with AES-GCM (RFC 8446 §5.2). The two suites are those that every TLS library has.
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { uint16, vector8 } from '../wire/octets.ts'

export type Suite13 = {
  readonly id: number
  readonly hash: 'sha256' | 'sha384'
  readonly cipher: CipherName
  readonly keyLength: number
}
type CipherName = 'aes-128-gcm' | 'aes-256-gcm'

export const openableSuites: readonly Suite13[] = [
  { id: 0x1301, hash: 'sha256', cipher: 'aes-128-gcm', keyLength: 16 },
  { id: 0x1302, hash: 'sha384', cipher: 'aes-256-gcm', keyLength: 32 },
]

export type Secret = { readonly suite: Suite13; readonly octets: Buffer }
export type HandshakeSecrets = { readonly client: Secret; readonly server: Secret; readonly main: Secret }

const hashOf = (suite: Suite13, ...parts: readonly Uint8Array[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash(suite.hash)).digest()

const lengthOf = (suite: Suite13): number => (suite.hash === 'sha256' ? 32 : 48)

/** RFC 5869 §2.2 */
const extract = (suite: Suite13, salt: Uint8Array, input: Uint8Array): Buffer =>
  createHmac(suite.hash, salt).update(input).digest()

/** RFC 8446 §7.1: HKDF-Expand-Label, for lengths up to one block of the hash. */
function expandLabel({ suite, octets }: Secret, label: string, context: Uint8Array, length: number): Buffer {
  const info = Buffer.concat([
    uint16(length),
    vector8(Buffer.from(`tls13 ${label}`)),
    vector8(context),
    Buffer.from([1]),
  ])
  return createHmac(suite.hash, octets).update(info).digest().subarray(0, length)
}

const derive = (secret: Secret, label: string, transcript: readonly Uint8Array[]): Secret => ({
  suite: secret.suite,
  octets: expandLabel(secret, label, hashOf(secret.suite, ...transcript), lengthOf(secret.suite)),
})

/** `transcript`: ClientHello to ServerHello. */
export function handshakeSecrets(
  suite: Suite13,
  shared: Uint8Array,
  transcript: readonly Uint8Array[],
): HandshakeSecrets {
  const zeros = Buffer.alloc(lengthOf(suite))
  const early = { suite, octets: extract(suite, zeros, zeros) }
  const handshake = { suite, octets: extract(suite, derive(early, 'derived', []).octets, shared) }
  return {
    client: derive(handshake, 'c hs traffic', transcript),
    server: derive(handshake, 's hs traffic', transcript),
    main: { suite, octets: extract(suite, derive(handshake, 'derived', []).octets, zeros) },
  }
}

/** For what is said once the handshake is done. `transcript`: up to the server's Finished. */
export const applicationSecrets = (main: Secret, transcript: readonly Uint8Array[]) => ({
  client: derive(main, 'c ap traffic', transcript),
  server: derive(main, 's ap traffic', transcript),
})

/** The content of our Finished (RFC 8446 §4.4.4). `transcript`: up to the server's. */
export function finishedBy(secret: Secret, transcript: readonly Uint8Array[]): Buffer {
  const key = expandLabel(secret, 'finished', Buffer.alloc(0), lengthOf(secret.suite))
  return createHmac(secret.suite.hash, key)
    .update(hashOf(secret.suite, ...transcript))
    .digest()
}

/** RFC 8446 §4.4.1: what stands for the first hello once a second one was asked for. */
export const hashOfHello = (suite: Suite13, hello: Uint8Array): Buffer => hashOf(suite, hello)

type Opened = { readonly type: number; readonly content: Buffer }
const tagLength = 16

/** Opens records in their order; null for one that these keys do not open. */
export function createOpener(secret: Secret): (header: Buffer, fragment: Buffer) => Opened | null {
  const { key, nonce } = recordKeys(secret)
  return (header, fragment) => {
    if (fragment.length <= tagLength) return null
    const decipher = createDecipheriv(secret.suite.cipher, key, nonce())
    decipher.setAAD(header).setAuthTag(fragment.subarray(-tagLength))
    try {
      const inner = Buffer.concat([decipher.update(fragment.subarray(0, -tagLength)), decipher.final()])
      return withoutPadding(inner)
    } catch {
      return null
    }
  }
}

/** Seals contents in their order, each in a record of its own. */
export function createSealer(secret: Secret): (type: number, content: Uint8Array) => Buffer {
  const { key, nonce } = recordKeys(secret)
  return (type, content) => {
    const header = Buffer.concat([Buffer.from([23, 3, 3]), uint16(content.length + 1 + tagLength)])
    const cipher = createCipheriv(secret.suite.cipher, key, nonce())
    cipher.setAAD(header)
    const sealed = [cipher.update(content), cipher.update(Buffer.from([type])), cipher.final()]
    return Buffer.concat([header, ...sealed, cipher.getAuthTag()])
  }
}

/** RFC 8446 §5.3: each record has a nonce of its own. */
function recordKeys(secret: Secret): { readonly key: Buffer; nonce(): Buffer } {
  const none = Buffer.alloc(0)
  const iv = expandLabel(secret, 'iv', none, 12)
  let sequence = 0
  return {
    key: expandLabel(secret, 'key', none, secret.suite.keyLength),
    nonce() {
      const nonce = Buffer.from(iv)
      nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ sequence) >>> 0, 8)
      sequence += 1
      return nonce
    },
  }
}

/** RFC 8446 §5.4: the type is the last octet that is not zero. */
function withoutPadding(inner: Buffer): Opened | null {
  let end = inner.length - 1
  while (end >= 0 && inner[end] === 0) end -= 1
  return end < 0 ? null : { type: inner.readUInt8(end), content: inner.subarray(0, end) }
}
