// What is known of a TLS connection and of the certificates the server showed.
import { z } from 'zod'

export const certificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  /** The names it covers: DNS names and IP addresses of subjectAltName, in their order. */
  names: z.array(z.string()),
  /** ISO 8601, UTC. */
  validFrom: z.string(),
  validTo: z.string(),
  serialNumber: z.string(),
  /** SHA-256 of the DER form, lower-case hex without colons: the form a pin has. */
  sha256: z.string(),
  /** For example `RSA 2048` or `EC prime256v1`. */
  key: z.string(),
  signatureAlgorithm: z.string(),
  isSelfSigned: z.boolean(),
  pem: z.string(),
})
export type Certificate = z.infer<typeof certificateSchema>

export const tlsInfoSchema = z.object({
  /** As Node names it: `TLSv1.3`. */
  version: z.string(),
  /** IANA name of the suite. */
  cipher: z.string(),
  /** Whether chain, name and dates held, or the pin or a TLSA record did. */
  authorized: z.boolean(),
})

export const tlsDetailSchema = tlsInfoSchema.extend({
  /** Ephemeral key: `X25519`, `P-256`, `DH 2048`; null when it was not told. */
  keyExchange: z.string().nullable(),
  /** Leaf first, as the server sent them. */
  chain: z.array(certificateSchema),
  /** Every fault found in the chain, not the first alone; empty when it holds. */
  faults: z.array(z.object({ kind: z.string(), message: z.string(), position: z.number().int() })),
  /** The TLSA record that the certificate was trusted by, such as `3 1 1`; absent where it was judged otherwise. */
  dane: z.string().optional(),
})
export type TlsDetail = z.infer<typeof tlsDetailSchema>
