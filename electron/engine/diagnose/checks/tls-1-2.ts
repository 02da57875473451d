// TLS-V2: whether TLS 1.2 works for those who have nothing newer. One handshake shows it only when it was the best.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, type SessionCheck } from '../check.ts'
import { endEvidence, tlsEvidence } from '../evidence.ts'
import { notReached, wordsOf } from '../preconditions.ts'
import { hasTlsTried } from './tls-tried.ts'

export const tls12: SessionCheck = {
  id: 'TLS-V2',
  name: say('TLS 1.2', 'TLS 1.2'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §3.1.1',
  judge(observed) {
    if (!hasTlsTried(observed)) return null
    const { tls, failure } = observed
    if (failure?.kind === 'tls-version-unsupported') {
      const { happened, advice } = wordsOf(failure)
      return fail(happened, advice, endEvidence(observed))
    }
    if (tls === null) return notReached(observed)
    const evidence = tlsEvidence(observed)
    if (tls.version === 'TLSv1.2') return pass(say('The session used TLS 1.2.', 'La sesión usó TLS 1.2.'), evidence)
    return indeterminate(
      say(
        `The session used ${tls.version}. One handshake shows only the best version, so whether 1.2 works as well was not asked.`,
        `La sesión usó ${tls.version}. Una negociación muestra solo la mejor versión, así que no se preguntó si la 1.2 también funciona.`,
      ),
      evidence,
    )
  },
}
