// Verifies the DKIM signatures of a mail (RFC 6376 §6.1): each by itself, with the reason where it does not hold.
import { createHash, type KeyObject, verify } from 'node:crypto'
import type { Failure } from '#shared/values/failure.ts'
import type { Words } from '#shared/values/settings.ts'
import { textsOf } from '../records/answered.ts'
import type { Asker } from '../records/asker.ts'
import { type DkimKey, isDkimKey, publicKeyOf, readDkimKey } from '../records/dkim-key.ts'
import { type Alteration, alterationOf } from './alteration.ts'
import { canonicalBody, canonicalField } from './canonical.ts'
import type { RawField, RawMessage } from './raw-message.ts'
import { type DkimSignature, readSignature } from './signature.ts'

export type SignatureVerdict =
  | { readonly kind: 'valid' /** Octets of the body that it does not sign. */; readonly unsigned: number }
  | { readonly kind: 'form'; readonly reason: Words }
  | { readonly kind: 'expired'; readonly since: Date }
  /** `restricted`: the key is not for this algorithm, or this use. */
  | { readonly kind: 'key-absent' | 'key-revoked' | 'key-unreadable' | 'key-restricted' }
  | { readonly kind: 'body-changed'; readonly computed: string; readonly alteration: Alteration | null }
  /** The signed fields were changed, or the key is another one. */
  | { readonly kind: 'header-changed' }
  | { readonly kind: 'unclear'; readonly failure: Failure }

export type VerifiedSignature = { readonly signature: DkimSignature; readonly verdict: SignatureVerdict }

/** RFC 6376 §6.1 lets a verifier limit them. */
const mostSignatures = 8

/** Throws `stopped` alone. */
export function verifySignatures(message: RawMessage, asker: Asker, now: Date): Promise<VerifiedSignature[]> {
  const fields = message.fields.filter(({ name }) => name === 'dkim-signature').slice(0, mostSignatures)
  return Promise.all(
    fields.map(async (field) => {
      const signature = readSignature(field)
      return { signature, verdict: await verdictOf(signature, message, { asker, now }) }
    }),
  )
}

type Means = { readonly asker: Asker; readonly now: Date }

async function verdictOf(
  signature: DkimSignature,
  message: RawMessage,
  { asker, now }: Means,
): Promise<SignatureVerdict> {
  const { fault, expires, domain, selector } = signature
  if (fault !== null) return { kind: 'form', reason: fault }
  if (expires !== null && expires < now.getTime() / 1000) return { kind: 'expired', since: new Date(expires * 1000) }
  const answer = await asker.ask(`${selector}._domainkey.${domain}`, 'TXT')
  if (answer.failure !== null) return { kind: 'unclear', failure: answer.failure }
  // RFC 6376 §3.6.2.2: of several records any may be taken.
  const [text] = textsOf(answer).filter(isDkimKey)
  if (text === undefined) return { kind: 'key-absent' }
  const key = readDkimKey(text)
  if (key.key.kind === 'revoked') return { kind: 'key-revoked' }
  const publicKey = publicKeyOf(key)
  if (publicKey === null) return { kind: 'key-unreadable' }
  return isFor(key, signature) ? judge(signature, message, publicKey) : { kind: 'key-restricted' }
}

/** RFC 6376 §3.6.1: what the record allows. */
function isFor({ key, hashes, isDomainOnly }: DkimKey, { algorithm, agentDomain, domain }: DkimSignature): boolean {
  if (!algorithm.startsWith(`${key.kind}-`)) return false
  if (isDomainOnly && agentDomain !== domain) return false
  return hashes === null || hashes.includes('sha256')
}

function judge(signature: DkimSignature, message: RawMessage, key: KeyObject): SignatureVerdict {
  const { bodyForm, bodyHash, length } = signature
  const whole = Buffer.from(canonicalBody(message.body, bodyForm), 'latin1')
  const signed = length === null ? whole : whole.subarray(0, length)
  const computed = createHash('sha256').update(signed).digest('base64')
  if (computed !== bodyHash)
    return { kind: 'body-changed', computed, alteration: alterationOf(message.body, signature) }
  if (!holds(signature, message, key)) return { kind: 'header-changed' }
  return { kind: 'valid', unsigned: whole.length - signed.length }
}

/** RFC 6376 §3.7; RFC 8463 §3 signs the digest. */
function holds({ algorithm, value, ...signature }: DkimSignature, { fields }: RawMessage, key: KeyObject): boolean {
  const data = Buffer.from(signedText(signature, fields), 'latin1')
  try {
    if (algorithm === 'rsa-sha256') return verify('sha256', data, key, value)
    return verify(null, createHash('sha256').update(data).digest(), key, value)
  } catch {
    return false
  }
}

/** RFC 6376 §5.4.2: of fields with one name the last one comes first; one that is not there signs nothing. */
function signedText(
  { fields: names, headerForm, field }: Omit<DkimSignature, 'algorithm' | 'value'>,
  fields: readonly RawField[],
): string {
  const left = Map.groupBy(fields, ({ name }) => name)
  const chosen = names.flatMap((name) => left.get(name)?.pop() ?? [])
  const signed = chosen.map(({ text }) => canonicalField(text, headerForm)).join('')
  return signed + canonicalField(withoutValue(field.text), headerForm).replace(/\r\n$/, '')
}

/** RFC 6376 §3.5: the value of `b=` is no part of what it signs; `bh=` is another tag. */
const withoutValue = (text: string): string => text.replace(/((?:^|[;:])\s*b\s*=)[^;]*/, '$1')
