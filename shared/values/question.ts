// Single commands that a person asks of a server, and what it answers.
import { z } from 'zod'
import { replySchema } from './reply.ts'

export const questionSchema = z.object({
  text: z.string().min(1).max(4096),
  /** The text's escapes (`\r`, `\n`, `\0`, `\t`, `\\`, `\xHH`) become octets, and nothing is added; else it is one line, and CRLF ends it. */
  isExact: z.boolean(),
})
export type Question = z.infer<typeof questionSchema>

export const answerSchema = z.object({
  /** What was asked, with what could be a secret hidden. */
  question: z.string(),
  /** Whatever the server said; none where octets held no line end that it saw. */
  replies: z.array(replySchema),
})
export type Answer = z.infer<typeof answerSchema>
