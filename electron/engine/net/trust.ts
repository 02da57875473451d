// Judges the certificates that a server shows. Every fault is told, so the handshake itself runs without a verdict.
import type { X509Certificate } from 'node:crypto'
import { ipFamily, toAscii } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { nodeAuthorities, systemAuthorities } from './authorities.ts'
import { isSelfSigned, isSignedBy, normalisedPin } from './certificate.ts'

export type CertificateFault = TlsDetail['faults'][number] & {
  readonly kind: Extract<FailureKind, `certificate-${string}` | 'dane-mismatch'>
}

/**
 * Faults of chain and dates, the worst first. `verdict`: what the TLS library thought, null when it found none.
 * `extra`: authorities that the profile adds.
 */
export function findFaults(
  chain: readonly X509Certificate[],
  verdict: string | null,
  { extra, now }: { readonly extra: readonly X509Certificate[]; readonly now: Date },
): CertificateFault[] {
  return [
    ...(verdict === null ? [] : trustFaults(chain, extra)),
    ...ruleFaults(verdict),
    ...chain.flatMap((certificate, position) => dateFaults(certificate, position, now)),
  ]
}

/** RFC 9525 §6.3: subjectAltName alone, and `*` only as the whole left-most label. RFC 9525 §6.4 for addresses. */
export function nameFaults(leaf: X509Certificate, name: string): CertificateFault[] {
  const covered =
    ipFamily(name) === null
      ? leaf.checkHost(toAscii(name.replace(/\.$/, '')) ?? name, { subject: 'never', partialWildcards: false })
      : leaf.checkIP(name)
  if (covered !== undefined) return []
  return [{ kind: 'certificate-name-mismatch', message: `The certificate does not cover ${name}.`, position: 0 }]
}

/** Null without a pin; else whether it is this certificate. */
export function matchesPin(leaf: X509Certificate, pin: string | null): boolean | null {
  return pin === null ? null : normalisedPin(pin) === normalisedPin(leaf.fingerprint256)
}

/** The TLS library tells the last fault alone, so that an old date hides an unknown issuer: it is looked for again here. */
function trustFaults(chain: readonly X509Certificate[], extra: readonly X509Certificate[]): CertificateFault[] {
  const leaf = chain[0]
  if (leaf === undefined || leadsTo(chain, leaf, [...extra, ...nodeAuthorities(), ...systemAuthorities()])) return []
  if (isSelfSigned(leaf)) {
    return [{ kind: 'certificate-self-signed', message: 'The certificate is signed by itself.', position: 0 }]
  }
  return [untrusted(chain, leaf)]
}

function ruleFaults(verdict: string | null): CertificateFault[] {
  if (verdict === null || explainedVerdicts.has(verdict)) return []
  return [{ kind: 'certificate-invalid', message: `The TLS library says ${verdict}.`, position: 0 }]
}

function untrusted(chain: readonly X509Certificate[], leaf: X509Certificate): CertificateFault {
  const path = pathUp(chain, leaf)
  const last = path.at(-1) ?? leaf
  return { kind: 'certificate-untrusted', message: whyUntrusted(last), position: Math.max(chain.indexOf(last), 0) }
}

/** A root need not be sent (RFC 8446 §4.4.2): that a link is missing is said only where the certificate points to one. */
function whyUntrusted(last: X509Certificate): string {
  const issuer = last.issuer.replaceAll('\n', ', ')
  if (isSelfSigned(last)) return `The authority “${issuer}” is not trusted by this computer.`
  return tellsWhereItsIssuerIs(last)
    ? `The certificate of the issuer “${issuer}” was not sent and is not known here.`
    : `The issuer “${issuer}” is not known here, and its certificate was not sent.`
}

/** RFC 5280 §4.2.2.1: public authorities say where the next certificate is to be had; who runs a private one hardly ever does. */
const tellsWhereItsIssuerIs = ({ infoAccess }: X509Certificate): boolean => infoAccess?.includes('CA Issuers') ?? false

export function dateFaults(certificate: X509Certificate, position: number, now: Date): CertificateFault[] {
  const { validFrom, validTo } = certificate
  if (now < new Date(validFrom)) {
    return [{ kind: 'certificate-not-yet-valid', message: `The certificate is valid from ${validFrom}.`, position }]
  }
  // One that cannot be read is no date before which it holds.
  return now <= new Date(validTo)
    ? []
    : [{ kind: 'certificate-expired', message: `The certificate was valid until ${validTo}.`, position }]
}

/** From the leaf upwards, as far as the certificates that were sent reach. */
export function pathUp(chain: readonly X509Certificate[], leaf: X509Certificate): X509Certificate[] {
  const path = [leaf]
  for (;;) {
    const last = path.at(-1) ?? leaf
    const issuer = chain.find((one) => one.ca && !path.includes(one) && isSignedBy(last, one))
    if (issuer === undefined) return path
    path.push(issuer)
  }
}

function leadsTo(
  chain: readonly X509Certificate[],
  leaf: X509Certificate,
  authorities: readonly X509Certificate[],
): boolean {
  return pathUp(chain, leaf).some((one) =>
    authorities.some((authority) => isTheSame(one, authority) || isSignedBy(one, authority)),
  )
}

const isTheSame = (one: X509Certificate, other: X509Certificate): boolean => one.fingerprint256 === other.fingerprint256

/** Words of the TLS library (X509_V_ERR_…) for faults that are found here with more to say about them. */
const explainedVerdicts: ReadonlySet<string> = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'CERT_UNTRUSTED',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
])
