// Saved servers: keep them, and try one up to its login.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { profileSchema, profileStateSchema } from '../values/profile.ts'
import { answerSchema, questionSchema } from '../values/question.ts'
import { receiptSchema } from '../values/receipt.ts'
import { stageSchema } from '../values/stage.ts'
import { certificateSchema } from '../values/tls.ts'
import { clientKeySchema } from '../values/tls-choice.ts'
import { idSchema, procedure } from './base.ts'

export const sessionEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('session'), transcriptId: z.string() }),
  z.object({ kind: z.literal('stage'), stage: stageSchema }),
  /** Octets of the mail that were written, of `total`. */
  z.object({ kind: z.literal('progress'), sent: z.number(), total: z.number() }),
  z.object({ kind: z.literal('answer'), answer: answerSchema }),
  z.object({ kind: z.literal('receipt'), receipt: receiptSchema }),
])
/** What happens while a session runs; a receipt is always the last. Ending the stream early stops the session at once. */
export type SessionEvent = z.infer<typeof sessionEventSchema>

/**
 * A profile as the form has it. `secret`, `clientKey`, `proxySecret`: a new one, `null` to forget it, `undefined` to leave it alone. With a
 * key of PKCS#12 the certificate comes out of that file.
 */
export const profileEditSchema = z.object({
  profile: profileSchema,
  secret: z.string().nullable().optional(),
  clientKey: clientKeySchema.nullable().optional(),
  proxySecret: z.string().nullable().optional(),
})
export type ProfileEdit = z.infer<typeof profileEditSchema>

export const profiles = {
  list: procedure.output(z.array(profileStateSchema)),
  /** An empty id makes a new profile. */
  save: procedure.input(profileEditSchema).output(profileStateSchema),
  remove: procedure.input(idSchema).output(z.void()),
  /** Runs the profile as the form has it, up to and with the login, then QUIT. Nothing is sent, nothing is saved but the outcome. */
  test: procedure.input(profileEditSchema).output(eventIterator(sessionEventSchema)),
  /** Asks the server of a profile single things, after its login; an event for each answer, whatever it says. */
  ask: procedure
    .input(profileEditSchema.extend({ questions: z.array(questionSchema).min(1).max(100) }))
    .output(eventIterator(sessionEventSchema)),
  /** Of this computer: those that connections may go out from. */
  localAddresses: procedure.output(z.array(z.string())),
  /** The certificate that the server of a profile shows now, whoever signed it, so that a person can compare and trust it. */
  certificate: procedure.input(profileEditSchema).output(certificateSchema),
}
