// The same mail sent many times: how it is asked for, what is told on the way, and what became of it.
import { z } from 'zod'
import { leastRate, mostConnections, mostInFlight, mostMails, mostRate } from './bulk-limits.ts'
import { failureSchema } from './failure.ts'

const upTo = (most: number) => z.number().int().min(1).max(most)

export const bulkPaceSchema = z.object({
  count: upTo(mostMails),
  connections: upTo(mostConnections),
  /** Mails on their way at once over a connection. */
  window: upTo(mostInFlight),
  /** Null for as many as the server bears. */
  mailsPerConnection: upTo(mostMails).nullable(),
  /** Mails a second over all connections; null for as many as there can be. */
  rate: z.number().min(leastRate).max(mostRate).nullable(),
  /** No mail overtakes an earlier one to the same recipient. */
  keepsOrder: z.boolean(),
})
export type BulkPace = z.infer<typeof bulkPaceSchema>

export const bulkCountsSchema = z.object({
  /** Mails that at least one recipient got. */
  sent: z.number().int(),
  refused: z.number().int(),
  /** The connection went away between the end of data and its reply. */
  unknown: z.number().int(),
  /** They ended before the server judged them. Once all is over also those that were never tried. */
  failed: z.number().int(),
})
export type BulkCounts = z.infer<typeof bulkCountsSchema>

export const bulkResultSchema = bulkCountsSchema.extend({
  seconds: z.number(),
  messagesPerSecond: z.number(),
  connections: z.number().int(),
  /** The first one, for the one sentence that explains the figures. */
  failure: failureSchema.nullable(),
})
export type BulkResult = z.infer<typeof bulkResultSchema>

export const bulkEventSchema = z.discriminatedUnion('kind', [
  /** Always the first; `stopMany` takes this id. */
  z.object({ kind: z.literal('begun'), id: z.string() }),
  z.object({ kind: z.literal('progress'), counts: bulkCountsSchema }),
  /** Always the last. */
  z.object({ kind: z.literal('result'), result: bulkResultSchema, wasStopped: z.boolean() }),
])
export type BulkEvent = z.infer<typeof bulkEventSchema>
