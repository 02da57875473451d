// What a refusal means: the kind of failure behind a reply that says no.
import type { FailureKind } from '#shared/values/failure.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'

/** `isLoginLeft`: a login is offered and nobody has logged in. */
export function refusalKind(stage: Stage, reply: Reply, isLoginLeft = false): FailureKind {
  if (reply.code === 421) return 'service-closing'
  if (wantsLogin(reply) || (isLoginLeft && deniesAccess(reply))) return 'login-required'
  if (stage === 'mail') return isTooLarge(reply) ? 'mail-too-large' : 'sender-refused'
  if (stage === 'rcpt') return 'recipients-refused'
  return stage === 'data' ? 'content-refused' : 'command-refused'
}

/** RFC 4954 §6 has 530; many servers say 550 or 554 5.7.1 instead, so their words decide. “Must issue STARTTLS” is no login. */
function wantsLogin({ code, text }: Reply): boolean {
  if (code === 530) return !/starttls/i.test(text)
  return [503, 550, 551, 553, 554].includes(code) && loginWords.test(text)
}

const loginWords =
  /auth\w* (is )?(required|needed)|(login|log ?on|log ?in) (is )?required|not (yet )?authenticated|(please|must|need to)( first)? (authenticate|log ?in|log ?on|use smtp auth)|authenticate first/i

/** Postfix's words on 587 and 465 for who has not logged in. They name no login, so elsewhere they may mean anything. */
const deniesAccess = ({ code, text }: Reply): boolean => code === 554 && /rejected: access denied/i.test(text)

/** RFC 1870 §6.1 */
const isTooLarge = ({ code, enhanced }: Reply): boolean => code === 552 || enhanced === '5.3.4'
