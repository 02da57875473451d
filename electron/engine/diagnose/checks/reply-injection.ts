// STL-07: nothing may come in plain text between the answer to STARTTLS and the handshake.
import { say } from '#shared/explain/words.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { wordsOf } from '../preconditions.ts'

export const replyInjection: SessionCheck = {
  id: 'STL-07',
  name: say('Nothing is slipped in before encryption', 'No se cuela nada antes del cifrado'),
  severity: 'high',
  reference: 'RFC 3207 §4.2',
  judge(observed) {
    const evidence = commandEvidence(observed, 'STARTTLS')
    if (evidence.length === 0) return null
    if (observed.failure?.kind === 'starttls-injection') {
      const { happened, advice } = wordsOf(observed.failure)
      return fail(happened, advice, evidence)
    }
    if (observed.tls === null) return null
    return pass(
      say(
        'No plain bytes came after the answer to STARTTLS.',
        'No llegaron datos sin cifrar tras la respuesta a STARTTLS.',
      ),
      evidence,
    )
  },
}
