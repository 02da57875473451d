// The test server on this machine, and what it received.
import { z } from 'zod'
import { bytesSchema } from '../values/bytes.ts'
import { loopbackConfigSchema, loopbackStateSchema } from '../values/loopback.ts'
import { openedMailSchema, receivedMailSchema } from '../values/received-mail.ts'
import { idSchema, procedure } from './base.ts'

export const loopback = {
  state: procedure.output(loopbackStateSchema),
  /** Takes effect at once; a port that is in use leaves the server off and says so in `problem`. */
  configure: procedure.input(loopbackConfigSchema.partial()).output(loopbackStateSchema),
}

export const inbox = {
  /** Newest first. `search` looks in addresses, subject and text; `recipient` picks one mailbox. */
  list: procedure
    .input(
      z.object({
        search: z.string(),
        recipient: z.string().nullable(),
        offset: z.number().int().nonnegative(),
        limit: z.number().int().min(1).max(500),
      }),
    )
    .output(
      z.object({
        mails: z.array(receivedMailSchema),
        total: z.number().int(),
        unread: z.number().int(),
        recipients: z.array(z.string()),
      }),
    ),
  /** Opens a mail and marks it read. */
  open: procedure.input(idSchema).output(openedMailSchema),
  /** The octets as they were received, for the source view (first 1 MiB as text) and for saving as .eml. */
  raw: procedure.input(idSchema).output(bytesSchema),
  part: procedure.input(z.object({ id: z.string(), index: z.number().int().nonnegative() })).output(bytesSchema),
  remove: procedure.input(z.object({ ids: z.array(z.string()) })).output(z.void()),
  clear: procedure.output(z.void()),
}
