// The record of a session: what the tap saw, secrets already replaced. One form for the live log, storage and the tests.
import { z } from 'zod'
import { stageSchema } from './stage.ts'

export const entrySchema = z.object({
  /** Position in the session, from 0. */
  index: z.number().int(),
  /** Nanoseconds since the session began. */
  time: z.number(),
  /** Nanoseconds since the entry before. */
  pause: z.number(),
  direction: z.enum(['client', 'server', 'event']),
  /** `line`: one line of the wire. `body`: mail data, summarised. The others are events. */
  kind: z.enum(['line', 'body', 'dns', 'connect', 'tls', 'close', 'note', 'warning']),
  /** Whether it travelled inside TLS. */
  isTls: z.boolean(),
  stage: stageSchema,
  /** The line without its ending; for a body its first lines; for an event one English sentence. */
  text: z.string(),
  /** How to turn `text` back into the octets that were on the wire. */
  encoding: z.enum(['utf8', 'latin1']),
  ending: z.enum(['crlf', 'lf', 'none']),
  /** Octets on the wire, ending included; 0 for an event. */
  bytes: z.number().int(),
  /** What an event is about, for filters and pictures: host, address, family, milliseconds, version, cipher, sha256… */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type Entry = z.infer<typeof entrySchema>

export const originSchema = z.enum(['send', 'test', 'diagnose', 'loopback'])
export type Origin = z.infer<typeof originSchema>

export const transcriptSchema = z.object({
  id: z.string(),
  origin: originSchema,
  /** For example `smtp.example.com:587` or, for the loopback server, the client's address. A person may rename it. */
  name: z.string(),
  /** Milliseconds since 1970. */
  startedAt: z.number(),
  /** Null while the session lasts. */
  endedAt: z.number().nullable(),
  outcome: z.enum(['running', 'ok', 'failed', 'stopped']),
  entryCount: z.number().int(),
  isKept: z.boolean(),
})
export type Transcript = z.infer<typeof transcriptSchema>

export const exportFormats = ['txt', 'jsonl', 'html', 'markdown'] as const
export const exportFormatSchema = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof exportFormatSchema>
