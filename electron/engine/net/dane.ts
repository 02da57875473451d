// DANE (RFC 7672): judges the certificates that a server shows by the TLSA records of its name.
import { createHash, X509Certificate } from 'node:crypto'
import { isSignedBy, publicKeyOf } from './certificate.ts'
import {
  authorityUsage,
  keyOf,
  leafUsage,
  publicKeyOnly,
  type TlsaRecord,
  tlsaForm,
  wholeCertificate,
} from './tlsa-records.ts'
import { type CertificateFault, dateFaults, nameFaults, pathUp } from './trust.ts'

export type DaneWish = {
  /** Usable ones alone, at least one. */
  readonly records: readonly TlsaRecord[]
  /** Of which the certificate must cover one, where a record names an authority (RFC 7672 §3.2.2). */
  readonly names: readonly string[]
}

/** The record that matched, or why none did. */
export type DaneVerdict = { readonly match: TlsaRecord } | { readonly fault: CertificateFault }

export function judgeByDane(chain: readonly X509Certificate[], { records, names }: DaneWish, now: Date): DaneVerdict {
  const leaf = chain[0]
  if (leaf === undefined) return { fault: mismatch(records) }
  // RFC 7672 §3.1.1: neither names nor dates matter where the record is that of the server's own certificate.
  const ofLeaf = records.find((record) => record.usage === leafUsage && matches(leaf, record))
  if (ofLeaf !== undefined) return { match: ofLeaf }
  const trusted = records.flatMap((record) => trustedPath(chain, leaf, record) ?? [])
  const [first] = trusted
  if (first === undefined) return { fault: mismatch(records) }
  const judged = trusted.map(({ record, path }) => ({ record, fault: pathFault(chain, path, names, now) }))
  const whole = judged.find(({ fault }) => fault === null)
  return whole === undefined ? { fault: judged[0]?.fault ?? mismatch(records) } : { match: whole.record }
}

type TrustedPath = { readonly record: TlsaRecord; readonly path: readonly X509Certificate[] }

/** From the leaf up to the authority that the record names: one that was sent, or one that the record itself brings. */
function trustedPath(chain: readonly X509Certificate[], leaf: X509Certificate, record: TlsaRecord): TrustedPath | null {
  if (record.usage !== authorityUsage) return null
  const path = pathUp(chain, leaf)
  const position = path.findIndex((one, index) => index > 0 && matches(one, record))
  if (position > 0) return { record, path: path.slice(0, position + 1) }
  const last = path.at(-1)
  if (record.matching !== 0 || last === undefined) return null
  return isVouchedFor(last, record) ? { record, path } : null
}

/** RFC 7671 §5.2.2: an authority whose whole certificate or key is in DNS need not be sent. */
function isVouchedFor(certificate: X509Certificate, { selector, data }: TlsaRecord): boolean {
  if (selector === publicKeyOnly) return certificate.verify(keyOf(data))
  const authority = new X509Certificate(Buffer.from(data, 'hex'))
  return authority.ca && isSignedBy(certificate, authority)
}

function pathFault(
  chain: readonly X509Certificate[],
  path: readonly X509Certificate[],
  names: readonly string[],
  now: Date,
): CertificateFault | null {
  const leaf = path[0]
  const named = leaf === undefined ? [] : names.map((name) => nameFaults(leaf, name)[0] ?? null)
  const nameFault = named.includes(null) ? null : (named[0] ?? null)
  return nameFault ?? path.flatMap((one) => dateFaults(one, chain.indexOf(one), now))[0] ?? null
}

function matches(certificate: X509Certificate, { selector, matching, data }: TlsaRecord): boolean {
  const octets =
    selector === wholeCertificate ? certificate.raw : publicKeyOf(certificate)?.export({ type: 'spki', format: 'der' })
  return octets !== undefined && data === (matching === 0 ? octets.toString('hex') : digest(matching, octets))
}

const digest = (matching: number, octets: Buffer): string =>
  createHash(matching === 2 ? 'sha512' : 'sha256')
    .update(octets)
    .digest('hex')

const mismatch = (records: readonly TlsaRecord[]): CertificateFault => ({
  kind: 'dane-mismatch',
  message: `The certificate matches none of the TLSA records (${records.map(tlsaForm).join(', ')}).`,
  position: 0,
})
