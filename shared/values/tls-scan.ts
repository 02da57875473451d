// The result of a TLS scan: what a server offers in hellos of ours, and one handshake that was gone through with.
// Numbers are those of IANA's registries; names stand beside them, so that no table is needed to show a result.
import { z } from 'zod'
import { failureSchema } from './failure.ts'
import { certificateSchema, tlsDetailSchema } from './tls.ts'
import {
  certificateWishes,
  groupKinds,
  preferenceOrders,
  scanOutcomes,
  scanProfiles,
  scanTraits,
  scanVersions,
  suiteClasses,
  suiteFlags,
  suiteStrengths,
} from './tls-scan-terms.ts'

const versionSchema = z.enum(scanVersions)
const outcomeSchema = z.enum(scanOutcomes)
const orderSchema = z.enum(preferenceOrders)
/** An answer of the server in one English phrase: `chose TLS_AES_128_GCM_SHA256`, `alert 70 protocol_version`. */
const answerSchema = z.string()
/** The entry of the log that tells of it; null where nothing was asked for it alone. */
const entrySchema = z.number().int().nullable()

export const suiteSchema = z.object({
  id: z.number().int(),
  /** IANA’s name; of a number that is not known `0xc0fe`. */
  name: z.string(),
  openssl: z.string().nullable(),
  /** `ECDHE`, `DHE`, `RSA`, `ECDH`, `PSK`…; `any` in TLS 1.3. */
  keyExchange: z.string(),
  /** `RSA`, `ECDSA`, `DSS`, `none`…; `any` in TLS 1.3. */
  authentication: z.string(),
  encryption: z.string(),
  /** Of the encryption key. */
  bits: z.number().int(),
  hash: z.string(),
  flags: z.array(z.enum(suiteFlags)),
  strength: z.enum(suiteStrengths),
})
export type Suite = z.infer<typeof suiteSchema>

export const scannedVersionSchema = z.object({
  version: versionSchema,
  outcome: outcomeSchema,
  answer: answerSchema,
  entry: entrySchema,
})
export type ScannedVersion = z.infer<typeof scannedVersionSchema>

export const scannedClassSchema = z.object({
  class: z.enum(suiteClasses),
  outcome: outcomeSchema,
  /** The version it was taken in; null where it was not. */
  version: versionSchema.nullable(),
  suite: suiteSchema.nullable(),
  answer: answerSchema,
  entry: entrySchema,
})
export type ScannedClass = z.infer<typeof scannedClassSchema>

export const suiteListSchema = z.object({
  version: versionSchema,
  order: orderSchema,
  /** Whether a client that puts ChaCha20 first gets it although the server prefers others; null where that was not asked. */
  yieldsToChacha: z.boolean().nullable(),
  /** Whether the server was asked until nothing was left. */
  isComplete: z.boolean(),
  /** Best first where the order is the server’s. */
  suites: z.array(suiteSchema),
})
export type SuiteList = z.infer<typeof suiteListSchema>

export const groupSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  kind: z.enum(groupKinds),
  /** Of security as classic computers see it, roughly. */
  bits: z.number().int(),
})
export type Group = z.infer<typeof groupSchema>

export const groupListSchema = z.object({
  version: versionSchema,
  order: orderSchema,
  isComplete: z.boolean(),
  groups: z.array(groupSchema),
})
export type GroupList = z.infer<typeof groupListSchema>

/** Parameters of DHE below TLS 1.3. */
export const dhSchema = z.object({
  version: versionSchema,
  /** Of the prime. */
  bits: z.number().int(),
  /** `ffdhe2048 (RFC 7919)`; null for a prime that is not known. */
  prime: z.string().nullable(),
  /** SHA-256 of the prime, without leading zeros. */
  sha256: z.string(),
})

export const signatureListSchema = z.object({
  version: versionSchema,
  key: z.enum(['RSA', 'ECDSA']),
  isComplete: z.boolean(),
  signatures: z.array(z.object({ id: z.number().int(), name: z.string() })),
  /** Name of one that the server used although it was not offered; null where it kept to the list. */
  unasked: z.string().nullable(),
})
export type SignatureList = z.infer<typeof signatureListSchema>

export const stapleSchema = z.object({
  status: z.enum(['good', 'revoked', 'unknown', 'unreadable']),
  /** ISO 8601, UTC; null where it says none. */
  thisUpdate: z.string().nullable(),
  nextUpdate: z.string().nullable(),
})
export type Staple = z.infer<typeof stapleSchema>

export const shownChainSchema = z.object({
  /** The wishes it was shown for. */
  shownFor: z.array(z.enum(certificateWishes)),
  /** Leaf first, as sent. */
  chain: z.array(certificateSchema),
  /** How many were sent; more than `chain` holds where some could not be read. */
  count: z.number().int(),
  /** The OCSP answer that came with it (RFC 6066 §8); null where none did. */
  staple: stapleSchema.nullable(),
})
export type ShownChain = z.infer<typeof shownChainSchema>

export const traitSchema = z.object({
  trait: z.enum(scanTraits),
  outcome: outcomeSchema,
  answer: answerSchema,
  entry: entrySchema,
})
export type Trait = z.infer<typeof traitSchema>

/** Handshakes gone through with by the TLS library of this program, which may offer less than a server has. */
export const completedSchema = z.object({
  tls: tlsDetailSchema.nullable(),
  /** Why it was not completed. */
  problem: z.string().nullable(),
  /** Whether a session was taken up again; null where that was not tried. */
  resumption: z.object({
    ticket: z.boolean().nullable(),
    sessionId: z.boolean().nullable(),
    tls13: z.boolean().nullable(),
  }),
  /** Of the first pair of handshakes the second of which took the session of the first up again; null where there was none. */
  times: z.object({ wholeMs: z.number(), resumedMs: z.number() }).nullable().default(null),
})
export type Completed = z.infer<typeof completedSchema>

export const tlsScanSchema = z.object({
  endpoint: z.string(),
  /** The one of its addresses that was scanned; null where none was reached. */
  address: z.string().nullable(),
  security: z.enum(['starttls', 'tls']),
  profile: z.enum(scanProfiles),
  /** The name asked for (SNI); null for none. */
  serverName: z.string().nullable(),
  startedAt: z.string(),
  durationMs: z.number(),
  connections: z.number().int(),
  /** Whether all was asked that the profile holds: not after Stop, a failure, or too many connections. */
  isComplete: z.boolean(),
  versions: z.array(scannedVersionSchema),
  /** Asked for by `quick`; what the lists of the others tell, derived. */
  classes: z.array(scannedClassSchema),
  suites: z.array(suiteListSchema),
  groups: z.array(groupListSchema),
  dh: z.array(dhSchema),
  signatures: z.array(signatureListSchema),
  certificates: z.array(shownChainSchema),
  traits: z.array(traitSchema),
  completed: completedSchema.nullable(),
  /** Why it ended before its end; what was found until then stays. */
  failure: failureSchema.nullable(),
})
export type TlsScan = z.infer<typeof tlsScanSchema>
