// A server's answer to a command (RFC 5321 §4.2), as it was sent.
import { z } from 'zod'

export const replySchema = z.object({
  /** Three digits, 200–599; a peer that breaks the rules can send others. */
  code: z.number().int(),
  /** `x.y.z` of RFC 3463 when the text of the first line begins with one, else null. */
  enhanced: z.string().nullable(),
  /** The text of every line, without code and enhanced code, joined by `\n`. */
  text: z.string(),
})
export type Reply = z.infer<typeof replySchema>
