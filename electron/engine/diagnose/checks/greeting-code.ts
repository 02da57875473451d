// RCH-08: whether the greeting lets us in.

import { replyText } from '#shared/explain/reply-text.ts'
import { say } from '#shared/explain/words.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { greetingEvidence } from '../evidence.ts'
import { isGreeted, notReached, wordsOf } from '../preconditions.ts'

export const greetingCode: SessionCheck = {
  id: 'RCH-08',
  name: say('The greeting lets us in', 'El saludo nos deja entrar'),
  severity: 'high',
  reference: 'RFC 5321 §3.1, RFC 7504 §3',
  judge(observed) {
    const { failure } = observed
    const evidence = greetingEvidence(observed)
    if (failure?.stage === 'greeting' && failure.reply !== null) {
      const said = replyText(failure.reply)
      const { code } = failure.reply
      const { advice } = wordsOf(failure)
      // A 4xx says that the server is busy with others; that is no fault of it.
      return code < 500
        ? warn(
            say(`The server has no time now: ${said}`, `El servidor no puede atender ahora: ${said}`),
            advice,
            evidence,
          )
        : fail(say(`The server refuses us: ${said}`, `El servidor nos rechaza: ${said}`), advice, evidence)
    }
    if (!isGreeted(observed)) return notReached(observed)
    return pass(say('The greeting is 220: ready.', 'El saludo es 220: listo.'), evidence)
  },
}
