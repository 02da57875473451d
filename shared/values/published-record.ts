// What a domain publishes about its mail, taken apart and explained: its records in DNS, and the policy it hands out by HTTPS.
import { z } from 'zod'
import { wordsSchema } from './words.ts'

export const recordKinds = ['mx', 'spf', 'dkim', 'dmarc', 'mta-sts', 'tls-rpt', 'dane', 'bimi', 'caa', 'srv'] as const

export const publishedRecordSchema = z.object({
  kind: z.enum(recordKinds),
  /** What was asked for: `_dmarc.example.com`; of a policy its address, `https://…`. */
  name: z.string(),
  /** `TXT`, `MX`, `TLSA`…; `HTTPS` for a policy that was fetched. */
  type: z.string(),
  /** As it is published, its strings put together. */
  text: z.string(),
  /** In the order in which they are written. */
  get parts() {
    return z.array(recordPartSchema)
  },
  /** SPF: lookups that the whole of it costs, of ten; null for every other kind. */
  lookups: z.number().int().nullable(),
})

export const recordPartSchema = z.object({
  /** As it is written: `include:_spf.example.com`, `p=reject`. */
  text: z.string(),
  meaning: wordsSchema,
  /** Whether it does not do what it should, or nobody can read it: then its meaning says why. */
  isWrong: z.boolean(),
  /** SPF: lookups that it costs with all below it; 0 for whatever costs none. */
  lookups: z.number().int(),
  /** SPF: the record that an include or redirect leads to; null for any other, and where there is none. */
  get leadsTo() {
    return publishedRecordSchema.nullable()
  },
})

export type PublishedRecord = z.infer<typeof publishedRecordSchema>
export type RecordPart = z.infer<typeof recordPartSchema>
