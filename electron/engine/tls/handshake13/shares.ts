// Key shares whose secret we keep, and the secret that comes of them and the server's share (RFC 8446 §7.4).
import { createECDH, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto'
import type { KeyShare } from '../wire/extensions.ts'

export type OwnShare = KeyShare & {
  /** Throws when the server's share is none. */
  agree(theirs: Buffer): Buffer
}

/** The groups of which we can make one. */
export const ownGroups: readonly number[] = [29, 23, 24, 25]

export function ownShare(group: number): OwnShare | null {
  if (group === 29) return x25519()
  const curve = curves[group]
  return curve === undefined ? null : onCurve(group, curve)
}

const curves: Readonly<Record<number, string>> = { 23: 'prime256v1', 24: 'secp384r1', 25: 'secp521r1' }

function onCurve(group: number, curve: string): OwnShare {
  const ecdh = createECDH(curve)
  return { group, key: ecdh.generateKeys(), agree: (theirs) => ecdh.computeSecret(theirs) }
}

/** What stands before the 32 octets of a raw key (RFC 8410 §4). */
const spkiPrefix = Buffer.from('302a300506032b656e032100', 'hex')

function x25519(): OwnShare {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  return {
    group: 29,
    key: publicKey.export({ type: 'spki', format: 'der' }).subarray(spkiPrefix.length),
    agree(theirs) {
      const key = createPublicKey({ key: Buffer.concat([spkiPrefix, theirs]), type: 'spki', format: 'der' })
      return diffieHellman({ privateKey, publicKey: key })
    },
  }
}
