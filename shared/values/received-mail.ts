// A mail that the loopback server took: its line in the inbox, and the whole of it when it is opened.
import { z } from 'zod'

export const receivedMailSchema = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  receivedAt: z.number(),
  envelopeFrom: z.string(),
  envelopeTo: z.array(z.string()),
  from: z.string(),
  subject: z.string(),
  /** Octets as received. */
  size: z.number().int(),
  isTls: z.boolean(),
  /** Who logged in, or null. */
  user: z.string().nullable(),
  isRead: z.boolean(),
  attachmentCount: z.number().int(),
  /** The session it came in by. */
  transcriptId: z.string().nullable(),
})
export type ReceivedMail = z.infer<typeof receivedMailSchema>

export const mailPartSchema = z.object({
  /** Position among the parts, for asking for its bytes. */
  index: z.number().int(),
  name: z.string(),
  type: z.string(),
  size: z.number().int(),
  contentId: z.string().nullable(),
  isInline: z.boolean(),
  sha256: z.string(),
})

export const openedMailSchema = z.object({
  mail: receivedMailSchema,
  /** Header lines in their order, unfolded and decoded. */
  headers: z.array(z.object({ name: z.string(), value: z.string() })),
  html: z.string().nullable(),
  text: z.string().nullable(),
  parts: z.array(mailPartSchema),
})
export type OpenedMail = z.infer<typeof openedMailSchema>
