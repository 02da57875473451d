// What every call shares: the one typed error, and ids.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from '../values/failure.ts'

/** A call that could not be answered says so as data: `PROBLEM` carries a {@link Failure}; `NOT_FOUND` an id that is gone. */
export const procedure = oc.errors({
  PROBLEM: { data: failureSchema },
  NOT_FOUND: { data: z.object({ id: z.string() }) },
})

export const idSchema = z.object({ id: z.string().min(1) })
