// A certificate as a plain value, read with what the platform has.
import { type KeyObject, X509Certificate } from 'node:crypto'
import type { Certificate } from '#shared/values/tls.ts'
import { smtpError } from '../smtp-error.ts'

export function toCertificate(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    validFrom: dateOf(certificate.validFrom),
    validTo: dateOf(certificate.validTo),
    serialNumber: certificate.serialNumber,
    sha256: normalisedPin(certificate.fingerprint256),
    key: keyInWords(certificate),
    signatureAlgorithm: certificate.signatureAlgorithm ?? certificate.signatureAlgorithmOid ?? '',
    isSelfSigned: isSelfSigned(certificate),
    pem: certificate.toString(),
  }
}

export const isSelfSigned = (certificate: X509Certificate): boolean => isSignedBy(certificate, certificate)

/** False also where the key of the issuer is of a kind that the library does not read. */
export function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  const key = publicKeyOf(issuer)
  return key !== null && certificate.checkIssued(issuer) && certificate.verify(key)
}

/** One that cannot be read is long past, so that nobody takes the certificate for valid by it. */
function dateOf(text: string): string {
  const time = Date.parse(text)
  return new Date(Number.isNaN(time) ? 0 : time).toISOString()
}

/** A SHA-256 fingerprint however it was written: lower-case hex without colons. */
export function normalisedPin(fingerprint: string): string {
  return fingerprint.replace(/[^0-9a-f]/gi, '').toLowerCase()
}

/** Every certificate of a PEM text, such as a CA file. */
export function readPem(pem: string): X509Certificate[] {
  try {
    return certificatesIn(pem)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw smtpError('profile-invalid', 'input', `The authorities of the profile cannot be read: ${reason}.`, {
      facts: { field: 'authorities', reason },
      cause,
    })
  }
}

/** In their order; throws where there is none, or one that cannot be read. */
export function certificatesIn(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new Error('it holds no PEM certificate')
  return blocks.map((block) => new X509Certificate(block))
}

/** Node writes a subject as one line a part; absent is the empty subject. */
const oneLine = (name: string | undefined): string => (name ?? '').split('\n').filter(Boolean).join(', ')

/** `DNS:a.example, IP Address:192.0.2.1` as names; odd ones come quoted like JSON strings. */
function alternativeNames(text: string | undefined): string[] {
  const entries = (text ?? '').match(/(?:DNS|IP Address):(?:"(?:[^"\\]|\\.)*"|[^,]*)/g) ?? []
  return entries.map((entry) => entry.slice(entry.indexOf(':') + 1).replace(/^"(.*)"$/, '$1'))
}

/** Null where the library does not read it: the certificate itself may be read all the same. */
export function publicKeyOf(certificate: X509Certificate): KeyObject | null {
  try {
    return certificate.publicKey
  } catch {
    return null
  }
}

function keyInWords(certificate: X509Certificate): string {
  const { asymmetricKeyType: type = '', asymmetricKeyDetails: details = {} } = publicKeyOf(certificate) ?? {}
  if (type.startsWith('rsa')) return `RSA ${details.modulusLength ?? ''}`.trim()
  return type === 'ec' ? `EC ${details.namedCurve ?? ''}`.trim() : type
}
