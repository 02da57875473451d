// What a server offers, and what is wrong with it.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { findingSchema, offersSchema, reportSchema } from '../values/report.ts'
import { procedure } from './base.ts'

export const diagnoseEventSchema = z.discriminatedUnion('kind', [
  /** What is done now, and how far along it is. */
  z.object({
    kind: z.literal('step'),
    label: z.object({ en: z.string(), es: z.string() }),
    done: z.number(),
    total: z.number(),
  }),
  /** What is going to be done, before anything is connected to: connections at most. */
  z.object({ kind: z.literal('plan'), endpoints: z.array(z.string()), connections: z.number().int() }),
  z.object({ kind: z.literal('session'), transcriptId: z.string() }),
  z.object({ kind: z.literal('finding'), finding: findingSchema }),
  z.object({ kind: z.literal('offers'), offers: offersSchema }),
  /** Always the last. */
  z.object({ kind: z.literal('report'), report: reportSchema }),
])
export type DiagnoseEvent = z.infer<typeof diagnoseEventSchema>

export const diagnose = {
  /** `target`: a domain, host, host:port or address. With a profile its host, port, security and authorities are used. */
  run: procedure
    .input(
      z.object({
        target: z.string(),
        profileId: z.string().nullable(),
        /** 0: DNS. 1: one polite session a place. 2: many connections. 3: wrong passwords, mails, malformed input. */
        level: z.literal([0, 1, 2, 3]).default(1),
        /** The person says that the server is theirs to try; without it level 3 is for this computer alone. */
        isOwn: z.boolean().default(false),
      }),
    )
    .output(eventIterator(diagnoseEventSchema)),
}
