// What a composed mail says, before it is put into MIME.
import type { Address } from '#shared/address/index.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { EncodedText } from './text-encoding.ts'

/** Bcc is not among its people, so it can be in no header. */
export type MimeMail = {
  readonly from: Address
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly replyTo: Address | null
  readonly subject: string
  readonly messageId: string
  readonly date: Date | string
  readonly headers: Draft['headers']
  readonly html: string | null
  readonly text: string
  /** Makes the boundaries between the parts. */
  readonly boundary: string
}

export type MimeTexts = { readonly text: EncodedText; readonly html: EncodedText | null }
