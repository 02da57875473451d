// The envelope of a draft, as it follows from the headers or as it was made to differ from them.
import type { Draft, Envelope } from '#shared/values/draft.ts'
import { headerRecipients, readToken } from './recipients.ts'

export const followingEnvelope = (draft: Draft): Envelope => ({
  from: readToken(draft.from).address,
  to: headerRecipients(draft),
})

export const envelopeOf = (draft: Draft): Envelope => draft.envelope ?? followingEnvelope(draft)

export type Difference = {
  readonly isSenderOther: boolean
  /** On the envelope and in no header: they get the mail without being named. */
  readonly added: readonly string[]
  /** In a header and not on the envelope: they are named and get nothing. */
  readonly missing: readonly string[]
}

export function differenceOf(draft: Draft): Difference {
  const headers = followingEnvelope(draft)
  const envelope = envelopeOf(draft)
  const without = (list: readonly string[], other: readonly string[]) =>
    list.filter((one) => !other.some((two) => two.toLowerCase() === one.toLowerCase()))
  return {
    isSenderOther: envelope.from.toLowerCase() !== headers.from.toLowerCase(),
    added: without(envelope.to, headers.to),
    missing: without(headers.to, envelope.to),
  }
}
