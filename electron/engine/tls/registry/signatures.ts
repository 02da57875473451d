// Signature schemes (RFC 8446 §4.2.3) and the pairs of hash and signature of TLS 1.2 (RFC 5246 §7.4.1.4.1), by number.
import { hex } from './suites.ts'

const names: ReadonlyMap<number, string> = new Map([
  [0x0403, 'ecdsa_secp256r1_sha256'],
  [0x0503, 'ecdsa_secp384r1_sha384'],
  [0x0603, 'ecdsa_secp521r1_sha512'],
  [0x0807, 'ed25519'],
  [0x0808, 'ed448'],
  [0x081a, 'ecdsa_brainpoolP256r1tls13_sha256'],
  [0x081b, 'ecdsa_brainpoolP384r1tls13_sha384'],
  [0x081c, 'ecdsa_brainpoolP512r1tls13_sha512'],
  [0x0804, 'rsa_pss_rsae_sha256'],
  [0x0805, 'rsa_pss_rsae_sha384'],
  [0x0806, 'rsa_pss_rsae_sha512'],
  [0x0809, 'rsa_pss_pss_sha256'],
  [0x080a, 'rsa_pss_pss_sha384'],
  [0x080b, 'rsa_pss_pss_sha512'],
  [0x0401, 'rsa_pkcs1_sha256'],
  [0x0501, 'rsa_pkcs1_sha384'],
  [0x0601, 'rsa_pkcs1_sha512'],
  [0x0904, 'mldsa44'],
  [0x0905, 'mldsa65'],
  [0x0906, 'mldsa87'],
  [0x0402, 'dsa_sha256'],
  [0x0502, 'dsa_sha384'],
  [0x0602, 'dsa_sha512'],
  [0x0303, 'ecdsa_sha224'],
  [0x0301, 'rsa_pkcs1_sha224'],
  [0x0302, 'dsa_sha224'],
  [0x0203, 'ecdsa_sha1'],
  [0x0201, 'rsa_pkcs1_sha1'],
  [0x0202, 'dsa_sha1'],
  [0x0103, 'ecdsa_md5'],
  [0x0101, 'rsa_pkcs1_md5'],
])

export const signatureName = (id: number): string => names.get(id) ?? hex(id)

/** Strongest first; RFC 8446 §4.2.3 keeps PKCS #1 for certificates alone, so that it is no scheme of a handshake there. */
export const rsaSignatures: readonly number[] = [
  0x0806, 0x0805, 0x0804, 0x080b, 0x080a, 0x0809, 0x0601, 0x0501, 0x0401, 0x0301, 0x0201, 0x0101,
]
export const rsaSignaturesOf13: readonly number[] = [0x0806, 0x0805, 0x0804, 0x080b, 0x080a, 0x0809]
export const ecdsaSignatures: readonly number[] = [0x0603, 0x0503, 0x0403, 0x0807, 0x0808, 0x0303, 0x0203, 0x0103]
export const ecdsaSignaturesOf13: readonly number[] = [0x0603, 0x0503, 0x0403, 0x0807, 0x0808, 0x081a, 0x081b, 0x081c]

/** What is offered where no list is asked about: everything a server could want to sign with. */
export const commonSignatures: readonly number[] = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601,
  0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0202,
]
