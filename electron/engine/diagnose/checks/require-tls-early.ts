// EHL-14: REQUIRETLS may be offered inside TLS alone.
import { say } from '#shared/explain/words.ts'
import { offers as isOffered } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence, offerEvidence } from '../evidence.ts'

export const requireTlsEarly: SessionCheck = {
  id: 'EHL-14',
  name: say('REQUIRETLS is offered inside TLS alone', 'REQUIRETLS se ofrece solo dentro de TLS'),
  severity: 'info',
  reference: 'RFC 8689 §2',
  judge(observed) {
    const { beforeTls } = observed
    if (beforeTls === null) return null
    if (!isOffered(beforeTls, 'REQUIRETLS')) {
      return pass(
        say('In plain text it is not offered.', 'En texto claro no se ofrece.'),
        commandEvidence(observed, 'EHLO'),
      )
    }
    return fail(
      say(
        'REQUIRETLS is offered in plain text, where clients must pass over it.',
        'REQUIRETLS se ofrece en texto claro, donde los clientes deben pasarlo por alto.',
      ),
      say('Offer it inside TLS alone.', 'Ofrecerlo solo dentro de TLS.'),
      offerEvidence(observed, 'REQUIRETLS', 'before'),
    )
  },
}
