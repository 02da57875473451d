// STL-01: whether encryption is offered.
import { say } from '#shared/explain/words.ts'
import { offers } from '../../smtp/capabilities.ts'
import { advise } from '../advice.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence, offerEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import { isGreeted, notReached } from '../preconditions.ts'
import { offerTls } from '../settings.ts'

/** Set for ports that begin in plain text. */
export const beginsPlain = ({ endpoint }: Observed): boolean => endpoint.security !== 'tls'

export const starttlsOffered: SessionCheck = {
  id: 'STL-01',
  name: say('Encryption is offered (STARTTLS)', 'Se ofrece cifrado (STARTTLS)'),
  severity: { mx: 'high', submission: 'critical' },
  reference: 'RFC 3207 §4, RFC 8314 §3.3',
  judge(observed) {
    if (!beginsPlain(observed)) return null
    if (!isGreeted(observed) || observed.beforeTls === null) return notReached(observed)
    if (offers(observed.beforeTls, 'STARTTLS')) {
      return pass(say('STARTTLS is offered.', 'Se ofrece STARTTLS.'), offerEvidence(observed, 'STARTTLS', 'before'))
    }
    return fail(
      observed.endpoint.role === 'mx'
        ? say(
            'No encryption is offered: mail to this server travels readable.',
            'No se ofrece cifrado: el correo a este servidor viaja legible.',
          )
        : say(
            'No encryption is offered: mail and passwords travel readable.',
            'No se ofrece cifrado: el correo y las contraseñas viajan legibles.',
          ),
      advise('Install a certificate and switch TLS on.', 'Instalar un certificado y activar TLS.', offerTls),
      commandEvidence(observed, 'EHLO'),
    )
  },
}
