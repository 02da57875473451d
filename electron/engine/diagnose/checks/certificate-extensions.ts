// What a certificate says it is for, and promises: extensions that the platform does not read out, found in the DER form.
import { X509Certificate } from 'node:crypto'

export type CertificateExtensions = {
  /** Bits of keyUsage, the first named one highest (RFC 5280 §4.2.1.3); null where there is no such extension. */
  readonly keyUsage: number | null
  /** OIDs of extendedKeyUsage; null where there is no such extension. */
  readonly purposes: readonly string[] | null
  /** Whether it must come with an OCSP answer (RFC 7633 §4.2.3.1). */
  readonly mustStaple: boolean
}

/** Null where it cannot be read. */
export function extensionsOf(pem: string): CertificateExtensions | null {
  try {
    const certificate = new X509Certificate(pem)
    // Node calls extendedKeyUsage so.
    const purposes = certificate.keyUsage ?? null
    const usage = extensionValue(certificate.raw, oids.keyUsage)
    return {
      keyUsage: usage === null ? null : bitsOf(usage),
      purposes,
      mustStaple: extensionValue(certificate.raw, oids.tlsFeature)?.includes(statusRequest) === true,
    }
  } catch {
    return null
  }
}

const oids = {
  keyUsage: Buffer.from('0603551d0f', 'hex'),
  tlsFeature: Buffer.from('06082b06010505070118', 'hex'),
}
/** INTEGER 5: the TLS extension status_request. */
const statusRequest = Buffer.from('020105', 'hex')

/** The octets of `Extension ::= SEQUENCE { extnID, critical DEFAULT FALSE, extnValue OCTET STRING }`; short ones, as both are. */
function extensionValue(der: Buffer, oid: Buffer): Buffer | null {
  const place = der.indexOf(oid)
  if (place === -1) return null
  const after = place + oid.length
  const start = der[after] === boolean ? after + 3 : after
  const length = der[start + 1] ?? 0
  return der[start] === octetString ? der.subarray(start + 2, start + 2 + length) : null
}

const boolean = 0x01
const octetString = 0x04

/** `03 len unused bits`: a BIT STRING. */
const bitsOf = (value: Buffer): number => value[3] ?? 0
