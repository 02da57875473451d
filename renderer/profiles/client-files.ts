// What files chosen for a client certificate hold: PEM with certificates, with a key or with both, or PKCS#12.
import type { ClientKey } from '#shared/values/tls-choice.ts'

export type ClientFiles = { readonly certificate: string | null; readonly key: ClientKey | null }

export async function clientFilesIn(files: readonly Pick<File, 'arrayBuffer'>[]): Promise<ClientFiles> {
  let found: ClientFiles = { certificate: null, key: null }
  for (const file of files) {
    const octets = new Uint8Array(await file.arrayBuffer())
    const part = partOf(octets)
    found = { certificate: part.certificate ?? found.certificate, key: part.key ?? found.key }
  }
  return found
}

function partOf(octets: Uint8Array): ClientFiles {
  const text = new TextDecoder('latin1').decode(octets)
  if (!text.includes('-----BEGIN')) return { certificate: null, key: pkcs12(octets) }
  const certificates = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g)
  const key = text.match(/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/)?.[0]
  return {
    certificate: certificates === null ? null : `${certificates.join('\n')}\n`,
    key: key === undefined ? null : { kind: 'pem', pem: `${key}\n`, passphrase: null },
  }
}

/** Null for a file that is no ASN.1 sequence, which every PKCS#12 file is. */
function pkcs12(octets: Uint8Array): ClientKey | null {
  if (octets[0] !== 0x30) return null
  let binary = ''
  for (const octet of octets) binary += String.fromCharCode(octet)
  return { kind: 'pkcs12', base64: btoa(binary), passphrase: null }
}
