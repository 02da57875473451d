// Bytes on their way through a channel.
import { z } from 'zod'

/** A `Blob` on either side, told by its shape because `shared` knows no DOM. */
export type Bytes = { readonly size: number; readonly type: string; arrayBuffer(): Promise<ArrayBuffer> }
export const bytesSchema = z.custom<Bytes>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'size' in value,
  'expected bytes',
)
