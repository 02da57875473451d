// What every call shares: the one typed error, and bytes.
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { failureSchema } from '../values/failure.ts'

/** A call that could not be answered says so as data: `PROBLEM` carries a {@link Failure}; `NOT_FOUND` an id that is gone. */
export const procedure = oc.errors({
  PROBLEM: { data: failureSchema },
  NOT_FOUND: { data: z.object({ id: z.string() }) },
})

/** Bytes on their way through a channel: a `Blob` on either side, told by its shape because `shared` knows no DOM. */
export type Bytes = { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> }
export const bytesSchema = z.custom<Bytes>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value,
  'expected bytes',
)

export const idSchema = z.object({ id: z.string().min(1) })
