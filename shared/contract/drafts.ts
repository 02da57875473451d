// Mails being written, with their attachments, and sending them.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { bulkEventSchema, bulkPaceSchema } from '../values/bulk.ts'
import { bytesSchema } from '../values/bytes.ts'
import { attachmentSchema, draftSchema, envelopeSchema, storedDraftSchema } from '../values/draft.ts'
import { stopPointSchema } from '../values/stage.ts'
import { idSchema, procedure } from './base.ts'
import { sessionEventSchema } from './profiles.ts'

export const drafts = {
  /** Newest first. */
  list: procedure.output(z.array(storedDraftSchema)),
  get: procedure.input(idSchema).output(storedDraftSchema),
  /** An empty draft for a profile, or one that says what a `mailto:` link says (RFC 6068). */
  create: procedure
    .input(z.object({ profileId: z.string().nullable(), mailto: z.string().nullable() }))
    .output(storedDraftSchema),
  save: procedure.input(draftSchema).output(storedDraftSchema),
  remove: procedure.input(idSchema).output(z.void()),
  /** The exact mail this draft becomes, its envelope, and its size; composing it fails as sending it would. */
  source: procedure
    .input(draftSchema)
    .output(
      z.object({ source: z.string(), isTruncated: z.boolean(), size: z.number().int(), envelope: envelopeSchema }),
    ),
  /** The whole mail as bytes, for saving it as .eml. */
  eml: procedure.input(draftSchema).output(bytesSchema),
  send: procedure
    .input(z.object({ draft: draftSchema, profileId: z.string(), stopAfter: stopPointSchema.nullable() }))
    .output(eventIterator(sessionEventSchema)),
  /** Copies of the draft to the relay of the profile; nothing is kept of them. Ending the stream early stops it, too, but tells no result. */
  sendMany: procedure
    .input(z.object({ draft: draftSchema, profileId: z.string(), pace: bulkPaceSchema }))
    .output(eventIterator(bulkEventSchema)),
  /** Stops a sending of many mails by the id of its first event; its result still follows. One that is over is left alone. */
  stopMany: procedure.input(idSchema).output(z.void()),
}

export const attachments = {
  /** Announces a file; its bytes follow in order by `append`. It is complete once `size` octets are there. */
  begin: procedure
    .input(
      z.object({
        draftId: z.string(),
        name: z.string(),
        type: z.string(),
        size: z.number().int().nonnegative(),
        isInline: z.boolean(),
      }),
    )
    .output(attachmentSchema),
  append: procedure
    .input(z.object({ id: z.string(), bytes: bytesSchema }))
    .output(z.object({ received: z.number().int() })),
  remove: procedure.input(idSchema).output(z.void()),
  /** The bytes again, for showing an inline picture or saving a copy. */
  read: procedure.input(idSchema).output(bytesSchema),
}
