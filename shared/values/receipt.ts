// What became of a mail, recipient by recipient. The same shape as `heloise send --json`.
import { z } from 'zod'
import { capabilitySchema } from './capability.ts'
import { failureSchema } from './failure.ts'
import { replySchema } from './reply.ts'
import { stageSchema } from './stage.ts'
import { tlsInfoSchema } from './tls.ts'

export const recipientOutcomeSchema = z.object({
  address: z.string(),
  /**
   * `accepted`: a 250 took responsibility. `refused`: certainly not delivered; `reply` is null when the conversation ended
   * before the server could judge. `unknown`: the connection went away between the end of data and its reply.
   */
  outcome: z.enum(['accepted', 'refused', 'unknown']),
  stage: stageSchema,
  reply: replySchema.nullable(),
})
export type RecipientOutcome = z.infer<typeof recipientOutcomeSchema>

export const serverSchema = z.object({
  host: z.string(),
  address: z.string(),
  port: z.number().int(),
  tls: tlsInfoSchema.nullable(),
})

export const receiptSchema = z.object({
  /** `checked`: the session was told to stop early and did; nothing was sent. `failed`: it ended before the server judged the mail. */
  outcome: z.enum(['accepted', 'partial', 'refused', 'unknown', 'failed', 'checked']),
  messageId: z.string().nullable(),
  server: serverSchema.nullable(),
  capabilities: z.array(capabilitySchema),
  auth: z.object({ mechanism: z.string() }).nullable(),
  recipients: z.array(recipientOutcomeSchema),
  failure: failureSchema.nullable(),
  /** Milliseconds a stage took, for those that happened: dns, connect, greeting, ehlo, tls, auth, mail, rcpt, data, total. */
  timings: z.record(z.string(), z.number()),
  /** Octets of the mail, dot-stuffing not counted. */
  bytes: z.number().int(),
  /** The sessions it took, in order: ids of transcripts. */
  transcripts: z.array(z.string()),
})
export type Receipt = z.infer<typeof receiptSchema>
