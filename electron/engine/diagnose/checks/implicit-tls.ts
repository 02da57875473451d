// STL-12: port 465 speaks TLS from the start.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/capabilities.ts'
import { advise } from '../advice.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { endEvidence, offerEvidence, tlsEvidence } from '../evidence.ts'
import { isConnected, notReached } from '../preconditions.ts'
import { tlsFromStart } from '../settings.ts'

const implicitTlsPort = 465

export const implicitTls: SessionCheck = {
  id: 'STL-12',
  name: say('Port 465 speaks TLS from the start', 'El puerto 465 habla TLS desde el principio'),
  severity: 'medium',
  reference: 'RFC 8314 §3.3',
  judge(observed) {
    const { endpoint, tls, afterTls, detour } = observed
    if (endpoint.port !== implicitTlsPort) return null
    if (!isConnected(observed)) return notReached(observed)
    if (endpoint.security !== 'tls') {
      return fail(
        say(
          'Port 465 does not begin with TLS, as its role asks.',
          'El puerto 465 no empieza con TLS, como pide su papel.',
        ),
        advise('Turn implicit TLS on for this port.', 'Activar TLS implícito en este puerto.', tlsFromStart),
        detour === null ? endEvidence(observed) : [],
      )
    }
    if (tls === null) return notReached(observed)
    if (afterTls !== null && offers(afterTls, 'STARTTLS')) {
      return warn(
        say(
          'Port 465 is encrypted and offers STARTTLS as well.',
          'El puerto 465 está cifrado y además ofrece STARTTLS.',
        ),
        say('Take STARTTLS off this port; it belongs to 587.', 'Quitar STARTTLS de este puerto: pertenece al 587.'),
        offerEvidence(observed, 'STARTTLS', 'after'),
      )
    }
    return pass(
      say('The session is encrypted from the first byte.', 'La sesión está cifrada desde el primer byte.'),
      tlsEvidence(observed),
    )
  },
}
