// Certificates for tests, right or wrong in any one way. Made in memory, valid for nothing outside.
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(crypto)

export type Issued = { readonly key: string; readonly certificate: string; readonly keys: CryptoKeyPair }
export type Request = {
  readonly name: string
  /** DNS names and IP addresses of subjectAltName. */
  readonly names?: readonly string[]
  /** None: signed by itself. */
  readonly issuer?: Issued
  readonly isAuthority?: boolean
  readonly validFrom?: Date
  readonly validTo?: Date
  /** Extended key usage; server authentication unless told otherwise. */
  readonly usage?: string
  /** Where it says that the certificate of its issuer is to be had (RFC 5280 §4.2.2.1). */
  readonly issuerAt?: string
  /** A key of RSA instead of ECDSA; then an issuer signs it. */
  readonly hasRsaKey?: true
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const day = 24 * 60 * 60 * 1000
export const daysFromNow = (days: number): Date => new Date(Date.now() + days * day)

export async function issue(request: Request): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(request.hasRsaKey ? rsa : algorithm, true, ['sign', 'verify'])
  const issuer = request.issuer ? new x509.X509Certificate(request.issuer.certificate).subject : `CN=${request.name}`
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${request.name}`,
    issuer,
    serialNumber: `40${randomBytes(8).toString('hex')}`,
    notBefore: request.validFrom ?? daysFromNow(-1),
    notAfter: request.validTo ?? daysFromNow(30),
    publicKey: keys.publicKey,
    signingKey: request.issuer?.keys.privateKey ?? keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: extensionsFor(request),
  })
  return { key: await exportKey(keys.privateKey), certificate: certificate.toString('pem'), keys }
}

function extensionsFor({ names = [], isAuthority = false, usage, issuerAt }: Request): x509.Extension[] {
  const access = issuerAt === undefined ? [] : [new x509.AuthorityInfoAccessExtension({ caIssuers: issuerAt })]
  if (isAuthority) return [new x509.BasicConstraintsExtension(true, undefined, true), ...access]
  return [
    ...access,
    new x509.ExtendedKeyUsageExtension([usage ?? x509.ExtendedKeyUsage.serverAuth]),
    new x509.SubjectAlternativeNameExtension(
      names.map((value) => ({ type: /^[\d.]+$|:/.test(value) ? ('ip' as const) : ('dns' as const), value })),
    ),
  ]
}

async function exportKey(key: CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`
}
