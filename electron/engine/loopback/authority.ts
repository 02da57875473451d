// The local certificate authority, made once for an installation, and the server certificate it signs.
import { randomBytes } from 'node:crypto'
import { localNamesOnly } from './name-constraints.ts'

/** PEM; the key is PKCS#8. */
export type Identity = { readonly key: string; readonly certificate: string }
/** `sha256` is the fingerprint of the certificate, lower-case hex without colons. */
export type Authority = Identity & { readonly sha256: string }

type SigningKey = Awaited<ReturnType<typeof importKey>>

const day = 24 * 60 * 60 * 1000
const authorityDays = 3650
/** CA/Browser Forum Baseline Requirements §6.3.2: no more than 398 days; Apple counts from 397 on. */
const identityDays = 396
const backdate = 60 * 60 * 1000
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

export async function createAuthority(): Promise<Authority> {
  const x509 = await loadX509()
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    ...validFor(authorityDays),
    serialNumber: serialNumber(),
    name: [{ CN: [`Heloise local authority ${randomBytes(3).toString('hex')}`] }],
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      new x509.Extension('2.5.29.30', true, localNamesOnly),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  const sha256 = Buffer.from(await certificate.getThumbprint('SHA-256')).toString('hex')
  return { key: await exportKey(keys.privateKey), certificate: certificate.toString('pem'), sha256 }
}

/** A server certificate for localhost, 127.0.0.1 and ::1. */
export async function issueIdentity(authority: Identity): Promise<Identity> {
  const x509 = await loadX509()
  const issuer = new x509.X509Certificate(authority.certificate)
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.create({
    ...validFor(identityDays),
    serialNumber: serialNumber(),
    subject: [{ CN: ['localhost'] }],
    issuer: issuer.subjectName.toJSON(),
    publicKey: keys.publicKey,
    signingKey: await importKey(authority.key),
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension([
        { type: 'dns', value: 'localhost' },
        { type: 'ip', value: '127.0.0.1' },
        { type: 'ip', value: '::1' },
      ]),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer),
    ],
  })
  return { key: await exportKey(keys.privateKey), certificate: certificate.toString('pem') }
}

/** Loaded when a certificate is made and not before: it takes a quarter of a second. */
async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata')
  const x509 = await import('@peculiar/x509')
  x509.cryptoProvider.set(crypto)
  return x509
}

function validFor(days: number): { notBefore: Date; notAfter: Date } {
  const now = Date.now()
  return { notBefore: new Date(now - backdate), notAfter: new Date(now + days * day) }
}

/** RFC 5280 §4.1.2.2: positive and at most 20 octets. */
function serialNumber(): string {
  const octets = randomBytes(16)
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40
  return octets.toString('hex')
}

async function exportKey(key: SigningKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key))
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()
  return `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`
}

function importKey(pem: string) {
  const der = Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64')
  return crypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}
