// The cause behind a refusal, read from code, enhanced code and text: an ordered table, the first row that fits wins.
import type { Reply } from '../values/reply.ts'
import type { Stage } from '../values/stage.ts'
import type { ReplyCause, ReplyPattern } from './reply-cause.ts'
import { loginCauses } from './reply-causes/login.ts'
import { policyCauses } from './reply-causes/policy.ts'
import { recipientCauses } from './reply-causes/recipient.ts'
import { sessionCatchAlls, sessionCauses } from './reply-causes/session.ts'

// A text that names its cause beats a code: relaying and reputation come before the codes of recipients.
export const replyCauses: readonly ReplyCause[] = [
  ...sessionCauses,
  ...loginCauses,
  ...policyCauses,
  ...recipientCauses,
  ...sessionCatchAlls,
]

/** What a refusal of this stage most likely means, or null when the server's words must speak for themselves. */
export function causeOf(reply: Reply, stage: Stage): ReplyCause | null {
  return replyCauses.find((cause) => cause.when.some((pattern) => fits(pattern, reply, stage))) ?? null
}

function fits(pattern: ReplyPattern, reply: Reply, stage: Stage): boolean {
  return (
    reply.code >= 400 &&
    (pattern.stages?.includes(stage) ?? true) &&
    (pattern.code?.test(String(reply.code)) ?? true) &&
    (pattern.enhanced?.test(reply.enhanced ?? '') ?? true) &&
    (pattern.text?.test(reply.text) ?? true)
  )
}
