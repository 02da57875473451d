// CertificateRequest (RFC 5246 §7.4.4, RFC 8446 §4.3.2): that the server wants to know who we are, and from whom it takes it.
import { extensionType } from './extensions.ts'
import { OctetReader } from './octets.ts'
import { parseExtensions } from './server-hello.ts'

export type CertificateRequest = {
  readonly signatures: readonly number[]
  /** How many authorities it names; none where any will do. */
  readonly authorities: number
}

/** `version` below TLS 1.3. */
export function parseCertificateRequest(body: Buffer, version: number): CertificateRequest {
  const reader = new OctetReader(body, 'the CertificateRequest')
  reader.vector8()
  const signatures = version >= 0x0303 ? schemes(reader.vector16()) : []
  const authorities = countVectors(reader.vector16())
  reader.end()
  return { signatures, authorities }
}

export function parseCertificateRequest13(body: Buffer): CertificateRequest {
  const reader = new OctetReader(body, 'the CertificateRequest')
  reader.vector8()
  const extensions = parseExtensions(reader.vector16(), 'the CertificateRequest')
  reader.end()
  const list = extensions.get(extensionType.signatureAlgorithms)
  const names = extensions.get(certificateAuthorities)
  return {
    signatures: list === undefined ? [] : schemes(new OctetReader(list, 'signature_algorithms').vector16()),
    authorities: names === undefined ? 0 : countVectors(new OctetReader(names, 'certificate_authorities').vector16()),
  }
}

/** RFC 8446 §4.2.4 */
const certificateAuthorities = 47

const schemes = (octets: Buffer): number[] => new OctetReader(octets, 'a list of signature algorithms').uint16s()

function countVectors(octets: Buffer): number {
  const reader = new OctetReader(octets, 'a list of authorities')
  let count = 0
  for (; reader.left > 0; count += 1) reader.vector16()
  return count
}
