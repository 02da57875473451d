// A certificate as a plain value, read with what the platform has.
import { X509Certificate } from 'node:crypto'
import type { Certificate } from '#shared/values/tls.ts'
import { smtpError } from '../smtp-error.ts'

export function toCertificate(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    names: alternativeNames(certificate.subjectAltName),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    serialNumber: certificate.serialNumber,
    sha256: normalisedPin(certificate.fingerprint256),
    key: keyInWords(certificate),
    signatureAlgorithm: certificate.signatureAlgorithm ?? certificate.signatureAlgorithmOid ?? '',
    isSelfSigned: isSelfSigned(certificate),
    pem: certificate.toString(),
  }
}

export function isSelfSigned(certificate: X509Certificate): boolean {
  return certificate.checkIssued(certificate) && certificate.verify(certificate.publicKey)
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

function keyInWords({ publicKey }: X509Certificate): string {
  const { asymmetricKeyType: type = '', asymmetricKeyDetails: details = {} } = publicKey
  if (type.startsWith('rsa')) return `RSA ${details.modulusLength ?? ''}`.trim()
  return type === 'ec' ? `EC ${details.namedCurve ?? ''}`.trim() : type
}
