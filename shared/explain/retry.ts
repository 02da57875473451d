// Whether it helps to try the same once more: told by the cause where it is known, else by the code of the answer, else by the kind.
import type { Failure, FailureKind } from '../values/failure.ts'
import type { Reply } from '../values/reply.ts'
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

export type Retry = 'later' | 'after-change' | 'find-out-first'

/** Clauses, to stand beside other facts. */
export const retryTexts: Record<Retry, Words> = {
  later: say('Trying again later may help', 'Volver a intentarlo más tarde puede servir'),
  'after-change': say('Trying again helps only after a change', 'Volver a intentarlo solo sirve tras un cambio'),
  'find-out-first': say('Trying again could deliver it twice', 'Repetirlo podría entregarlo dos veces'),
}

/** Null where nothing failed: it was stopped by hand. */
export function retryOf({ kind, reply }: Failure, cause: { readonly passes: boolean } | null): Retry | null {
  if (kind === 'stopped') return null
  if (kind === 'outcome-unknown') return 'find-out-first'
  return reply === null && cause === null ? ofKind(kind) : retryOfReply(reply, cause)
}

/** RFC 5321 §4.2.1: 4 says not now, 5 says no for good; a known cause says it better. */
export function retryOfReply(reply: Reply | null, cause: { readonly passes: boolean } | null): Retry {
  const passes = cause?.passes ?? (reply !== null && reply.code < 500)
  return passes ? 'later' : 'after-change'
}

const ofKind = (kind: FailureKind): Retry => (passing.has(kind) ? 'later' : 'after-change')

/** What may be well by itself after a while. */
const passing: ReadonlySet<FailureKind> = new Set([
  'dns-unavailable',
  'connection-timed-out',
  'host-unreachable',
  'proxy-timed-out',
  'greeting-missing',
  'login-temporarily-refused',
  'service-closing',
  'connection-lost',
  'reply-timed-out',
])
