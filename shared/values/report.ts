// The report of a diagnosis: what the server offers, and the findings of the checks. `checks` and the fields around it are
// the shape of `heloise diagnose --json`.
import { z } from 'zod'
import { capabilitySchema } from './capability.ts'
import { failureSchema } from './failure.ts'
import { publishedRecordSchema } from './published-record.ts'
import { tlsDetailSchema } from './tls.ts'
import { tlsScanSchema } from './tls-scan.ts'
import { wordsSchema } from './words.ts'

export const checkResults = ['pass', 'info', 'warn', 'fail', 'indeterminate', 'skipped'] as const
export const checkResultSchema = z.enum(checkResults)
export type CheckResult = z.infer<typeof checkResultSchema>

export const findingSchema = z.object({
  /** Id of the catalogue: `STL-01`. */
  id: z.string(),
  group: z.string(),
  name: wordsSchema,
  result: checkResultSchema,
  severity: z.enum(['critical', 'high', 'medium', 'low', 'info']),
  /** `host:port` where it was seen. */
  endpoint: z.string(),
  summary: wordsSchema,
  advice: wordsSchema.nullable(),
  /** For example `RFC 3207 §4`. */
  reference: z.string(),
  evidence: z.array(z.object({ session: z.string(), entry: z.number().int() })),
  durationMs: z.number(),
})
export type Finding = z.infer<typeof findingSchema>

export const authOfferSchema = z.object({
  mechanism: z.string(),
  beforeTls: z.boolean(),
  afterTls: z.boolean(),
  /** `safe`: the secret does not travel, or only inside TLS. */
  verdict: z.enum(['safe', 'only-inside-tls', 'weak', 'unknown']),
})

/** What one endpoint offered, as seen in one session. */
export const offersSchema = z.object({
  endpoint: z.string(),
  address: z.string(),
  greeting: z.string(),
  security: z.enum(['none', 'starttls', 'tls']),
  /** Null when there was no such EHLO: before TLS on an implicit-TLS port, after TLS where there is none. */
  beforeTls: z.array(capabilitySchema).nullable(),
  afterTls: z.array(capabilitySchema).nullable(),
  /** Null where nobody logged in. */
  afterLogin: z.array(capabilitySchema).nullable(),
  tls: tlsDetailSchema.nullable(),
  auth: z.array(authOfferSchema),
})
export type Offers = z.infer<typeof offersSchema>

/** `starttls`: the command and its reply; the handshake comes behind it. */
export const sessionPhases = [
  'dns',
  'connect',
  'greeting',
  'ehlo',
  'starttls',
  'handshake',
  'ehlo-after-tls',
  'quit',
] as const

/** One place of the map: a host, one of its addresses, a port. */
export const endpointStateSchema = z.object({
  /** As in the findings about it. */
  endpoint: z.string(),
  host: z.string(),
  port: z.number().int(),
  /** The address that answered, or was to; empty when the host has none. */
  address: z.string(),
  role: z.enum(['mx', 'submission']),
  /** `closed`: no connection. `broken`: connected, but the session could not go to its end. */
  state: z.enum(['open', 'broken', 'closed']),
  /** Milliseconds of the polite session. */
  durationMs: z.number(),
  /** Milliseconds of its phases, in the order in which they came; one that was not come to is not there. */
  phases: z.array(z.object({ stage: z.enum(sessionPhases), ms: z.number() })),
  /** Its transcript. */
  session: z.string(),
})
export type EndpointState = z.infer<typeof endpointStateSchema>

export const reportSchema = z.object({
  target: z.string(),
  role: z.enum(['mx', 'submission', 'domain']),
  startedAt: z.string(),
  durationMs: z.number(),
  connections: z.number().int(),
  checks: z.array(findingSchema),
  summary: z.record(checkResultSchema, z.number().int()),
  offers: z.array(offersSchema),
  endpoints: z.array(endpointStateSchema),
  /** What a scan of TLS found, one for each place that was scanned. */
  scans: z.array(tlsScanSchema),
  /** What the domain publishes about its mail; none where no domain was named, or its records were not wanted. */
  records: z.array(publishedRecordSchema),
  /** Why the diagnosis could not begin or go on; what was found before it stays. */
  failure: failureSchema.nullable(),
})
export type Report = z.infer<typeof reportSchema>
