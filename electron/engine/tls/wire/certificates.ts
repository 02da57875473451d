// Certificate (RFC 5246 §7.4.2, RFC 8446 §4.4.2) and CertificateStatus (RFC 6066 §8): DER as it was sent, nothing judged.
import { extensionType } from './extensions.ts'
import { MalformedTls, OctetReader } from './octets.ts'
import { parseExtensions } from './server-hello.ts'

/** More than any sound chain has; the limit only guards memory. */
export const maxChain = 200

/** Leaf first. Empty where the server has none to show. */
export function parseCertificates(body: Buffer): Buffer[] {
  const reader = new OctetReader(body, 'the Certificate message')
  const list = new OctetReader(reader.vector24(), 'the list of certificates')
  reader.end()
  const chain: Buffer[] = []
  while (list.left > 0) push(chain, list.vector24())
  return chain
}

export type CertificatesOf13 = { readonly chain: readonly Buffer[]; readonly staple: Buffer | null }

/** In TLS 1.3 each has extensions of its own; the OCSP answer is one of them. */
export function parseCertificates13(body: Buffer): CertificatesOf13 {
  const reader = new OctetReader(body, 'the Certificate message')
  reader.vector8()
  const list = new OctetReader(reader.vector24(), 'the list of certificates')
  reader.end()
  const chain: Buffer[] = []
  let staple: Buffer | null = null
  while (list.left > 0) {
    push(chain, list.vector24())
    const status = parseExtensions(list.vector16(), 'a certificate').get(extensionType.statusRequest)
    staple ??= status === undefined ? null : parseCertificateStatus(status)
  }
  return { chain, staple }
}

/** The OCSP answer (DER); null where it is of another kind. */
export function parseCertificateStatus(body: Buffer): Buffer | null {
  const reader = new OctetReader(body, 'the CertificateStatus')
  return reader.uint8() === ocsp ? reader.vector24() : null
}

const ocsp = 1

function push(chain: Buffer[], certificate: Buffer): void {
  if (chain.length >= maxChain) throw new MalformedTls(`the chain has more than ${maxChain} certificates`)
  chain.push(certificate)
}
