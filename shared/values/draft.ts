// A mail being written: what the compose window edits and storage keeps. Not yet bytes, not yet sent.
import { z } from 'zod'
import { receiptSchema } from './receipt.ts'
import { wireOptionsSchema } from './wire-options.ts'

export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Media type, `application/octet-stream` when unknown. */
  type: z.string(),
  /** Octets. */
  size: z.number().int().nonnegative(),
  /** Set for a picture shown in the HTML as `cid:…`; null for an ordinary attachment. */
  contentId: z.string().nullable(),
})
export type Attachment = z.infer<typeof attachmentSchema>

export const envelopeSchema = z.object({
  /** MAIL FROM; the empty string is the null sender `<>`. */
  from: z.string(),
  /** RCPT TO, in the order in which they are sent. */
  to: z.array(z.string()),
})
/** Who the mail is really from and for (RFC 5321 §2.3.1): apart from the headers, which may say otherwise. */
export type Envelope = z.infer<typeof envelopeSchema>

export const headerSchema = z.object({ name: z.string(), value: z.string() })

export const draftSchema = z.object({
  id: z.string(),
  profileId: z.string().nullable(),
  /** `Name <address>` or `address`, one a recipient, as typed. */
  from: z.string(),
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  replyTo: z.string(),
  subject: z.string(),
  /** `rich`: HTML with a plain-text twin made from it. `html`: the same, edited as source. `plain`: text alone. */
  format: z.enum(['rich', 'html', 'plain']),
  html: z.string(),
  text: z.string(),
  headers: z.array(headerSchema),
  attachments: z.array(attachmentSchema),
  /** Null while the envelope follows From, To, Cc and Bcc. */
  envelope: envelopeSchema.nullable(),
  /** The whole mail as source text when the person edits it raw; then all fields above but the envelope are ignored. */
  raw: z.string().nullable(),
  /** What is done otherwise on the wire; null leaves it to the profile. */
  wire: wireOptionsSchema.nullable().default(null),
})
export type Draft = z.infer<typeof draftSchema>

export const storedDraftSchema = z.object({
  draft: draftSchema,
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  /** The last attempt to send it, if there was one. */
  receipt: receiptSchema.nullable(),
})
export type StoredDraft = z.infer<typeof storedDraftSchema>
