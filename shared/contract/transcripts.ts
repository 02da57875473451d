// The protocol log: what ran, what runs, every line of it.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { entrySchema, exportFormatSchema, originSchema, transcriptSchema } from '../values/transcript.ts'
import { idSchema, procedure } from './base.ts'

export const transcriptEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('began'), transcript: transcriptSchema }),
  /** Several at a time, in order, none left out. */
  z.object({ kind: z.literal('entries'), id: z.string(), entries: z.array(entrySchema) }),
  z.object({ kind: z.literal('ended'), transcript: transcriptSchema }),
])
export type TranscriptEvent = z.infer<typeof transcriptEventSchema>

export const transcripts = {
  /** Newest first. */
  list: procedure
    .input(z.object({ origin: originSchema.nullable(), limit: z.number().int().min(1).max(1000) }))
    .output(z.array(transcriptSchema)),
  get: procedure.input(idSchema).output(transcriptSchema),
  /** Entries from index `from` on. */
  entries: procedure
    .input(z.object({ id: z.string(), from: z.number().int().nonnegative(), limit: z.number().int().min(1).max(5000) }))
    .output(z.array(entrySchema)),
  /**
   * The line as it was on the wire where an entry hides a part of it; null once it is forgotten, which it is at the end of the
   * program. The only answer with a secret in it: for a person who asks, line by line.
   */
  hidden: procedure
    .input(z.object({ id: z.string(), index: z.number().int().nonnegative() }))
    .output(z.string().nullable()),
  /** Every session from now on, and those that are running: their first event is `began`, then all their entries so far. */
  watch: procedure.output(eventIterator(transcriptEventSchema)),
  update: procedure
    .input(z.object({ id: z.string(), name: z.string().optional(), isKept: z.boolean().optional() }))
    .output(transcriptSchema),
  remove: procedure.input(idSchema).output(z.void()),
  export: procedure
    .input(z.object({ id: z.string(), format: exportFormatSchema }))
    .output(z.object({ name: z.string(), type: z.string(), text: z.string() })),
}
