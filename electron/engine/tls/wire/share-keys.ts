// Key shares that look real (RFC 8446 §4.2.8.2, RFC 7919 §4, draft-ietf-tls-ecdhe-mlkem): a server may check them, and nobody
// here will ever use the secret behind them.
import { createECDH, generateKeyPairSync, randomBytes } from 'node:crypto'
import { groupOf, shareLengthOf } from '../registry/groups.ts'
import type { KeyShare } from './extensions.ts'

/** Octets that a server takes for a share of this group. */
export function standInShare(group: number): KeyShare {
  const curve = curves[group]
  if (curve !== undefined) return { group, key: pointOn(curve) }
  const hybrid = hybrids[group]
  if (hybrid !== undefined) return { group, key: hybridKey(hybrid) }
  const length = shareLengthOf(group)
  return { group, key: isKem(group) ? encapsulationKey(length) : belowPrime(length) }
}

const curves: Readonly<Record<number, string>> = {
  23: 'prime256v1',
  24: 'secp384r1',
  25: 'secp521r1',
}

type Hybrid = { readonly curve: string | null; readonly kem: number; readonly isKemFirst: boolean }

/** The curve stands in front but for X25519MLKEM768, which turned it round. */
const hybrids: Readonly<Record<number, Hybrid>> = {
  4588: { curve: null, kem: 1184, isKemFirst: true },
  4587: { curve: 'prime256v1', kem: 1184, isKemFirst: false },
  4589: { curve: 'secp384r1', kem: 1568, isKemFirst: false },
  25497: { curve: null, kem: 1184, isKemFirst: false },
}

function hybridKey({ curve, kem, isKemFirst }: Hybrid): Buffer {
  const parts = [curve === null ? x25519Point() : pointOn(curve), encapsulationKey(kem)]
  return Buffer.concat(isKemFirst ? parts.toReversed() : parts)
}

const pointOn = (curve: string): Buffer => createECDH(curve).generateKeys()

function x25519Point(): Buffer {
  return generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
}

const isKem = (group: number): boolean => groupOf(group).kind === 'post-quantum'

/** An ML-KEM key ends with its seed; before it stand coefficients below 3329, of which zero is one. */
const encapsulationKey = (length: number): Buffer => Buffer.concat([Buffer.alloc(length - 32), randomBytes(32)])

/** A zero in front keeps a number below every prime of its length. */
const belowPrime = (length: number): Buffer => Buffer.concat([Buffer.alloc(1), randomBytes(Math.max(length - 1, 0))])
