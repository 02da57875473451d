// The cause behind a refusal, read from provider, code, enhanced code and text together: one code has many meanings.
import type { Reply } from '../values/reply.ts'
import type { Stage } from '../values/stage.ts'
import { type Provider, providerOf, type ReplyPlace } from './provider.ts'
import type { ReplyCause, ReplyPattern } from './reply-cause.ts'
import { authenticityCauses } from './reply-causes/authenticity.ts'
import { catchAllCauses } from './reply-causes/catch-all.ts'
import { contentCauses } from './reply-causes/content.ts'
import { loginCauses } from './reply-causes/login.ts'
import { policyCauses } from './reply-causes/policy.ts'
import { gmailCauses } from './reply-causes/providers/gmail.ts'
import { gmailSenderCauses } from './reply-causes/providers/gmail-senders.ts'
import { icloudCauses } from './reply-causes/providers/icloud.ts'
import { microsoftCauses } from './reply-causes/providers/microsoft.ts'
import { microsoftHopCauses } from './reply-causes/providers/microsoft-hops.ts'
import { microsoftLoginCauses } from './reply-causes/providers/microsoft-login.ts'
import { yahooCauses } from './reply-causes/providers/yahoo.ts'
import { recipientCauses } from './reply-causes/recipient.ts'
import { sessionCauses } from './reply-causes/session.ts'

/**
 * The more exact first. What one provider means by its code comes before what the code means elsewhere, and a reply that names
 * its cause before a bare code. The first two hold no two rows for the same reply; the order of the last counts.
 */
export const replyCauseTiers: readonly (readonly ReplyCause[])[] = [
  [
    ...gmailCauses,
    ...gmailSenderCauses,
    ...microsoftCauses,
    ...microsoftHopCauses,
    ...microsoftLoginCauses,
    ...yahooCauses,
    ...icloudCauses,
  ],
  [...sessionCauses, ...loginCauses, ...policyCauses, ...authenticityCauses, ...recipientCauses, ...contentCauses],
  catchAllCauses,
]

export const replyCauses: readonly ReplyCause[] = replyCauseTiers.flat()

/** What a refusal of this stage most likely means, or null when the server's words must speak for themselves. */
export function causeOf(reply: Reply, stage: Stage, place: ReplyPlace = {}): ReplyCause | null {
  const read = { ...reply, text: onOneLine(reply.text) }
  const provider = providerOf(read.text, place)
  return replyCauses.find((cause) => isCauseOf(cause, read, stage, provider)) ?? null
}

/** A sentence may go on in the next line; no cause is named behind so many characters. */
const onOneLine = (text: string): string => text.slice(0, 4_000).replace(/\s+/g, ' ').trim()

/** Whether a row of the table speaks of this reply, wherever it stands. */
export const isCauseOf = (cause: ReplyCause, reply: Reply, stage: Stage, provider: Provider | null): boolean =>
  cause.when.some((pattern) => isRefusal(reply, pattern) && fits(pattern, reply, stage, provider))

/** Below 400 stands an agreement, but for a row that names such a code. */
const isRefusal = ({ code }: Reply, pattern: ReplyPattern) => code >= 400 || pattern.code !== undefined

function fits(pattern: ReplyPattern, reply: Reply, stage: Stage, provider: Provider | null): boolean {
  return (
    (pattern.providers === undefined || (provider !== null && pattern.providers.includes(provider))) &&
    (pattern.stages?.includes(stage) ?? true) &&
    (pattern.code?.test(String(reply.code)) ?? true) &&
    (pattern.enhanced?.test(reply.enhanced ?? '') ?? true) &&
    (pattern.text?.test(reply.text) ?? true) &&
    !(pattern.unless?.test(reply.text) ?? false)
  )
}
