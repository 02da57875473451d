// One line of an EHLO answer (RFC 5321 §4.1.1.1), kept as sent: unknown keywords are never dropped.
import { z } from 'zod'

export const capabilitySchema = z.object({
  /** As the server wrote it; compare without regard to case. */
  keyword: z.string(),
  parameters: z.array(z.string()),
})
export type Capability = z.infer<typeof capabilitySchema>
