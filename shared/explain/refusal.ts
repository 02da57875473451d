// What is said about one refusal of a server: its cause where it is known, else what its codes say by themselves.
import type { Reply } from '../values/reply.ts'
import type { Words } from '../values/settings.ts'
import type { Stage } from '../values/stage.ts'
import { explainEnhancedCode } from './enhanced-codes.ts'
import type { ReplyPlace } from './provider.ts'
import { causeOf } from './reply-causes.ts'
import { explainReplyCode } from './reply-codes.ts'
import { retryOfReply, retryTexts } from './retry.ts'
import { say } from './words.ts'

/** Sentences: what it likely means, what to do, and whether trying again helps. */
export function explainRefusal(reply: Reply, stage: Stage, place: ReplyPlace = {}): Words {
  const cause = causeOf(reply, stage, place)
  if (cause === null) return withCodes(reply)
  const { title, advice } = cause
  const retry = retryTexts[retryOfReply(reply, cause)]
  return say(`${title.en}. ${advice.en} ${retry.en}.`, `${title.es}. ${advice.es} ${retry.es}.`)
}

function withCodes(reply: Reply): Words {
  const { en, es } = codesOf(reply)
  return say(`No cause is known for these words. ${en}`, `No se conoce ninguna causa para estas palabras. ${es}`)
}

/** What can be said of words that nobody knows. */
export function codesOf({ code, enhanced }: Reply): Words {
  const first = explainReplyCode(code).text
  const second = enhanced === null ? null : explainEnhancedCode(enhanced)
  if (second === null) return say(`${code}: ${first.en}`, `${code}: ${first.es}`)
  const { en, es } = second.text
  return say(`${code}: ${first.en} ${enhanced}: ${en}`, `${code}: ${first.es} ${enhanced}: ${es}`)
}
