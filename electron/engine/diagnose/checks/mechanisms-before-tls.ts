// AUT-01: whether a password may be sent before the session is encrypted.
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import { say } from '#shared/explain/words.ts'
import { authMechanisms } from '../../smtp/capabilities.ts'
import { advise } from '../advice.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence, offerEvidence } from '../evidence.ts'
import { notReached } from '../preconditions.ts'
import { loginsInsideTls } from '../settings.ts'
import { beginsPlain } from './starttls-offered.ts'

export const mechanismsBeforeTls: SessionCheck = {
  id: 'AUT-01',
  name: say('No password before encryption', 'Ninguna contraseña antes del cifrado'),
  severity: 'high',
  reference: 'RFC 4954 §4, RFC 8314 §3.3',
  judge(observed) {
    if (!beginsPlain(observed)) return null
    if (observed.beforeTls === null) return notReached(observed)
    const offered = authMechanisms(observed.beforeTls)
    if (offered.length === 0) {
      return pass(
        say('Before TLS no login is offered.', 'Antes de TLS no se ofrece iniciar sesión.'),
        commandEvidence(observed, 'EHLO'),
      )
    }
    const evidence = offerEvidence(observed, 'AUTH', 'before')
    const readable = offered.filter((name) => explainMechanism(name).verdict === 'only-inside-tls')
    const advice = advise(
      'Offer logins only inside TLS.',
      'Ofrecer el inicio de sesión solo dentro de TLS.',
      loginsInsideTls,
    )
    return readable.length === 0
      ? warn(
          say(
            `Logins are offered before TLS, though without sending the password: ${offered.join(', ')}.`,
            `Se ofrece iniciar sesión antes de TLS, aunque sin enviar la contraseña: ${offered.join(', ')}.`,
          ),
          advice,
          evidence,
        )
      : fail(
          say(
            `Passwords may travel readable: before TLS the server takes ${readable.join(', ')}.`,
            `Las contraseñas pueden viajar legibles: antes de TLS el servidor acepta ${readable.join(', ')}.`,
          ),
          advice,
          evidence,
        )
  },
}
