// The text of a DKIM key record, and how strong its key is (RFC 6376 §3.6.1, RFC 8463). Pure.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { readTagList, tagOf } from './tag-list.ts'

export type DkimKey = {
  readonly text: string
  readonly hasVersion: boolean
  /** `t=y`: receivers treat mail as if it were not signed. */
  readonly isTest: boolean
  /** `t=s`: not for names below the domain. */
  readonly isDomainOnly: boolean
  /** Hash algorithms that it allows; null for all. */
  readonly hashes: readonly string[] | null
  /** RFC 6376 §3.6.1: an empty key was revoked. `unreadable`: no key, or of a kind that nobody knows. */
  readonly key:
    | { readonly kind: 'rsa'; readonly bits: number }
    | { readonly kind: 'ed25519' }
    | { readonly kind: 'revoked' }
    | { readonly kind: 'unreadable' }
}

/** A TXT record at a selector may be something else, such as one of a wildcard. */
export const isDkimKey = (text: string): boolean => /^\s*v\s*=\s*DKIM1\b/i.test(text) || /(?:^|;)\s*p\s*=/.test(text)

export function readDkimKey(text: string): DkimKey {
  const list = readTagList(text)
  const flags =
    tagOf(list, 't')
      ?.split(':')
      .map((one) => one.trim()) ?? []
  return {
    text,
    hasVersion: tagOf(list, 'v') === 'DKIM1',
    isTest: flags.includes('y'),
    isDomainOnly: flags.includes('s'),
    hashes:
      tagOf(list, 'h')
        ?.split(':')
        .map((one) => one.trim().toLowerCase()) ?? null,
    key: readKey(tagOf(list, 'k')?.toLowerCase() ?? 'rsa', tagOf(list, 'p')),
  }
}

/** Null for a key that cannot be used. */
export function publicKeyOf({ text, key }: DkimKey): KeyObject | null {
  const octets = Buffer.from(tagOf(readTagList(text), 'p') ?? '', 'base64')
  if (key.kind === 'rsa') return rsaKey(octets, 'spki') ?? rsaKey(octets, 'pkcs1')
  if (key.kind !== 'ed25519') return null
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: octets.toString('base64url') }, format: 'jwk' })
}

const ed25519Octets = 32

function readKey(kind: string, data: string | null): DkimKey['key'] {
  const base64 = data?.replace(/\s/g, '')
  if (base64 === '') return { kind: 'revoked' }
  if (base64 === undefined || !/^[a-z\d+/]+={0,2}$/i.test(base64)) return { kind: 'unreadable' }
  const octets = Buffer.from(base64, 'base64')
  // RFC 8463 §4
  if (kind === 'ed25519') return { kind: octets.length === ed25519Octets ? 'ed25519' : 'unreadable' }
  const bits = kind === 'rsa' ? bitsOf(rsaKey(octets, 'spki') ?? rsaKey(octets, 'pkcs1')) : null
  return bits === null ? { kind: 'unreadable' } : { kind: 'rsa', bits }
}

const bitsOf = (key: KeyObject | null): number | null => key?.asymmetricKeyDetails?.modulusLength ?? null

/** Most publish it with its algorithm (spki), some as RFC 6376 §3.6.1 says (pkcs1). */
function rsaKey(key: Buffer, type: 'spki' | 'pkcs1'): KeyObject | null {
  try {
    return createPublicKey({ key, format: 'der', type })
  } catch {
    return null
  }
}
