// EHL-13: STARTTLS must not be offered again inside TLS.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence, offerEvidence } from '../evidence.ts'
import { notReached } from '../preconditions.ts'

export const starttlsAgain: SessionCheck = {
  id: 'EHL-13',
  name: say('STARTTLS is not offered twice', 'STARTTLS no se ofrece dos veces'),
  severity: 'low',
  reference: 'RFC 3207 §4.2',
  judge(observed) {
    if (observed.tls === null) return null
    if (observed.afterTls === null) return notReached(observed)
    if (!offers(observed.afterTls, 'STARTTLS')) {
      return pass(
        say('Inside TLS it is not offered again.', 'Dentro de TLS no se vuelve a ofrecer.'),
        commandEvidence(observed, 'EHLO', 'last'),
      )
    }
    return fail(
      say(
        'Inside TLS the server offers STARTTLS again. It is against the rules, but harmless.',
        'Dentro de TLS el servidor vuelve a ofrecer STARTTLS. Va contra las reglas, pero es inofensivo.',
      ),
      say('Update the server.', 'Actualizar el servidor.'),
      offerEvidence(observed, 'STARTTLS', 'after'),
    )
  },
}
