// The policy of a domain for mail that comes to it (MTA-STS, RFC 8461), as it was fetched and is kept.
import { z } from 'zod'

export const stsPolicySchema = z.object({
  mode: z.enum(['enforce', 'testing', 'none']),
  /** Names of MX hosts, lower case; `*.` stands for exactly one label. */
  mx: z.array(z.string()),
  /** Seconds that the policy may be kept. */
  maxAge: z.number().int(),
})
export type StsPolicy = z.infer<typeof stsPolicySchema>

export const keptPolicySchema = z.object({
  /** A-labels, lower case. */
  domain: z.string(),
  /** Of the TXT record that announced it. */
  id: z.string(),
  policy: stsPolicySchema,
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
})
export type KeptPolicy = z.infer<typeof keptPolicySchema>
