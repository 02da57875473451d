// TLS-S1: whether renegotiation below TLS 1.3 is bound to the session.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const secureRenegotiation = scannedTrait({
  id: 'TLS-S1',
  name: say('Renegotiation is secure', 'La renegociación es segura'),
  severity: 'medium',
  reference: 'RFC 5746 §3.6',
  least: 'quick',
  traits: ['secure-renegotiation'],
  wanted: 'yes',
  otherwise: 'fail',
  good: say('Renegotiation is bound to the session.', 'La renegociación está ligada a la sesión.'),
  bad: say(
    'It does not know secure renegotiation; clients of today refuse such a server.',
    'No conoce la renegociación segura; los clientes actuales rechazan un servidor así.',
  ),
  advice: say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
})
