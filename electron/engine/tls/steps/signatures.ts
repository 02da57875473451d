// What the server signs its key exchange with: in TLS 1.2 the ServerKeyExchange says it, in TLS 1.3 the CertificateVerify, which
// is read with the keys of a handshake that is not completed.
import type { SignatureList } from '#shared/values/tls-scan.ts'
import { openHello13 } from '../open-hello13.ts'
import type { Asked } from '../prober.ts'
import {
  ecdsaSignatures,
  ecdsaSignaturesOf13,
  rsaSignatures,
  rsaSignaturesOf13,
  signatureName,
} from '../registry/signatures.ts'
import { suiteOf } from '../registry/suites.ts'
import { askHello, hasKeyExchange, type Scanning, takenSuites } from '../scanning.ts'
import { type Choice, narrow } from './narrow.ts'

type Key = SignatureList['key']

export async function listSignatures(scanning: Scanning): Promise<void> {
  for (const key of ['RSA', 'ECDSA'] as const) {
    await listSignatures13(scanning, key)
    await listSignatures12(scanning, key)
  }
}

async function listSignatures13(scanning: Scanning, key: Key): Promise<void> {
  const offered = key === 'RSA' ? rsaSignaturesOf13 : ecdsaSignaturesOf13
  if (!scanning.hellos.has('TLSv1.3') || scanning.wantsShares) return
  const ask = async (left: readonly number[]): Promise<Choice> => {
    const { flight13, isRefusal } = await openHello13(scanning, { signatures: left })
    const signature = flight13?.signature ?? null
    if (signature !== null) return { kind: 'chosen', id: signature }
    return isRefusal ? { kind: 'none' } : { kind: 'unclear' }
  }
  await collect(scanning, { version: 'TLSv1.3', key, offered, ask, lastSeen: () => null })
}

async function listSignatures12(scanning: Scanning, key: Key): Promise<void> {
  const offered = key === 'RSA' ? rsaSignatures : ecdsaSignatures
  const suites = takenSuites(scanning, 'TLSv1.2').filter((id) => signsWith(id, key))
  if (!scanning.hellos.has('TLSv1.2') || suites.length === 0) return
  let seen: number | null = null
  const ask = async (left: readonly number[]): Promise<Choice> => {
    const wish = { version: 'TLSv1.2' as const, suites, name: scanning.name, signatures: left }
    const asked = await askHello(scanning, wish, hasKeyExchange, ` and ${left.length} signature algorithms`)
    seen = asked.flight.keyExchange?.signature ?? null
    return seen === null ? refusalOf(asked) : { kind: 'chosen', id: seen }
  }
  await collect(scanning, { version: 'TLSv1.2', key, offered, ask, lastSeen: () => seen })
}

const signsWith = (id: number, key: Key): boolean => {
  const { keyExchange, authentication, flags } = suiteOf(id)
  return authentication === key && ['DHE', 'ECDHE'].includes(keyExchange) && !flags.includes('shared-secret')
}

const refusalOf = ({ end }: Asked): Choice => ({
  kind: end.kind === 'alert' || end.kind === 'closed' || end.kind === 'broken' ? 'none' : 'unclear',
})

type Collection = Pick<SignatureList, 'version' | 'key'> & {
  readonly offered: readonly number[]
  readonly ask: (left: readonly number[]) => Promise<Choice>
  /** The signature of the last answer, offered or not. */
  readonly lastSeen: () => number | null
}

async function collect({ result }: Scanning, { version, key, offered, ask, lastSeen }: Collection): Promise<void> {
  const list: SignatureList = { version, key, isComplete: false, signatures: [], unasked: null }
  const { found, isComplete } = await narrow(offered, ask)
  const last = lastSeen()
  // A server may sign with what it has and heed no list; that ends the search as a refusal does.
  const unasked = !isComplete && last !== null ? signatureName(last) : null
  list.signatures = found.map((id) => ({ id, name: signatureName(id) }))
  list.isComplete = isComplete || unasked !== null
  list.unasked = unasked
  if (found.length > 0 || unasked !== null) result.signatures.push(list)
}
