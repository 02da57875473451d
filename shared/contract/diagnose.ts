// What a server offers, and what is wrong with it; and what was found before.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { bytesSchema } from '../values/bytes.ts'
import { costSchema, diagnosisWishSchema, pastDiagnosisSchema } from '../values/diagnosis.ts'
import { failureSchema } from '../values/failure.ts'
import { publishedRecordSchema } from '../values/published-record.ts'
import { endpointStateSchema, findingSchema, offersSchema, reportSchema } from '../values/report.ts'
import { languageSchema } from '../values/settings.ts'
import { tlsScanSchema } from '../values/tls-scan.ts'
import { idSchema, procedure } from './base.ts'

export const diagnoseEventSchema = z.discriminatedUnion('kind', [
  /** What is done now, and how far along it is. */
  z.object({
    kind: z.literal('step'),
    label: z.object({ en: z.string(), es: z.string() }),
    done: z.number(),
    total: z.number(),
  }),
  /** Told first: the groups of checks that are to come, in their order, and what they take at most. */
  z.object({ kind: z.literal('due'), groups: z.array(z.string()), ...costSchema.shape }),
  /** What is going to be done, before anything is connected to: what it costs at most. */
  z.object({ kind: z.literal('plan'), endpoints: z.array(z.string()), ...costSchema.shape }),
  z.object({ kind: z.literal('session'), transcriptId: z.string() }),
  /** What the domain publishes. */
  z.object({ kind: z.literal('records'), records: z.array(publishedRecordSchema) }),
  z.object({ kind: z.literal('endpoint'), endpoint: endpointStateSchema }),
  z.object({ kind: z.literal('finding'), finding: findingSchema }),
  /** Told again of an endpoint where more was learnt. */
  z.object({ kind: z.literal('offers'), offers: offersSchema }),
  z.object({ kind: z.literal('scan'), scan: tlsScanSchema }),
  /** Always the last. */
  z.object({ kind: z.literal('report'), report: reportSchema }),
])
export type DiagnoseEvent = z.infer<typeof diagnoseEventSchema>

/** A diagnosis as a window follows it: its id comes first, with which it can be stopped, and found again when it is over. */
export const followedDiagnosisSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), id: z.string() }),
  ...diagnoseEventSchema.options,
])
export type FollowedDiagnosis = z.infer<typeof followedDiagnosisSchema>

export const diagnose = {
  /** Which places a diagnosis would look at, and what it costs at most: DNS alone is asked. */
  budget: procedure
    .input(diagnosisWishSchema)
    .output(z.object({ endpoints: z.array(z.string()), ...costSchema.shape, failure: failureSchema.nullable() })),
  /** Ending the stream early stops it, too, but tells no report; what was found is kept either way. */
  run: procedure.input(diagnosisWishSchema).output(eventIterator(followedDiagnosisSchema)),
  /** The report of what was found until then still follows. One that is over is left alone. */
  stop: procedure.input(idSchema).output(z.void()),
  /** Newest first. */
  history: procedure.output(z.array(pastDiagnosisSchema)),
  past: procedure.input(idSchema).output(z.object({ past: pastDiagnosisSchema, report: reportSchema })),
  /** The report, or what changed until a later one, printed as a PDF. Only a desktop can (`app.info`: `door`); in a browser its own print dialog does. */
  pdf: procedure
    .input(z.object({ id: z.string().min(1), laterId: z.string().min(1).nullable(), language: languageSchema }))
    .output(bytesSchema),
  forget: procedure.input(idSchema).output(z.void()),
}
