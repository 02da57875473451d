// RCH-07: whether it is SMTP that answers, and in the way that was expected.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, type SessionCheck } from '../check.ts'
import { endEvidence, greetingEvidence } from '../evidence.ts'
import type { Detour, Observed } from '../observed.ts'
import { isConnected, isGreeted, notReached, wordsOf } from '../preconditions.ts'

export const wrongService: SessionCheck = {
  id: 'RCH-07',
  name: say('It is SMTP that answers', 'Es SMTP lo que responde'),
  severity: 'high',
  reference: 'RFC 5321 §3.1',
  judge(observed) {
    const { failure, detour } = observed
    if (failure !== null && (failure.kind.startsWith('speaks-') || failure.kind === 'tls-not-spoken')) {
      const { happened, advice } = wordsOf(failure)
      return fail(happened, advice, endEvidence(observed))
    }
    if (!isConnected(observed)) return notReached(observed)
    if (detour !== null) return otherSecurity(observed, detour)
    if (!isGreeted(observed) && failure?.kind !== 'greeting-refused') return notReached(observed)
    return pass(say('An SMTP server answers.', 'Responde un servidor SMTP.'), greetingEvidence(observed))
  },
}

/** The port speaks TLS at once, or not at once, against what was tried first. Only a person's choice can be wrong. */
function otherSecurity({ endpoint }: Observed, { failure }: Detour) {
  const { happened, advice } = wordsOf(failure)
  if (endpoint.isSecurityChosen) return fail(happened, advice)
  const { port } = endpoint
  return info(
    failure.kind === 'speaks-tls'
      ? say(
          `Port ${port} speaks TLS from the start (implicit TLS).`,
          `El puerto ${port} habla TLS desde el principio (TLS implícito).`,
        )
      : say(
          `Port ${port} speaks plain text first, against its usual role.`,
          `El puerto ${port} habla primero sin cifrar, en contra de su papel habitual.`,
        ),
    advice,
  )
}
