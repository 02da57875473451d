// Our side of a TLS handshake, as a profile chooses it: the certificate we show, versions and ciphers.
import { z } from 'zod'
import { tlsVersions } from './tls-versions.ts'

const versionSchema = z.enum(tlsVersions)

export const tlsChoiceSchema = z.object({
  /** Our own certificate with those that signed it, PEM; null for none. Its key is in the vault. */
  client: z.string().nullable(),
  /** Null for the usual: TLS 1.2. */
  minVersion: versionSchema.nullable(),
  /** Null for the newest. */
  maxVersion: versionSchema.nullable(),
  /** As OpenSSL writes them, by `:`; null for the usual ones. */
  ciphers: z.string().nullable(),
})
export type TlsChoice = z.infer<typeof tlsChoiceSchema>

/** The key of our own certificate: a secret. A PKCS#12 file holds the certificate as well. */
export const clientKeySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pem'), pem: z.string(), passphrase: z.string().nullable() }),
  z.object({ kind: z.literal('pkcs12'), base64: z.string(), passphrase: z.string().nullable() }),
])
export type ClientKey = z.infer<typeof clientKeySchema>
