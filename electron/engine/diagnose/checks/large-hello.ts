// TLS-S8: whether a large hello is taken, in one piece and in several.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const largeHello = scannedTrait({
  id: 'TLS-S8',
  name: say('Large hellos are borne', 'Tolera saludos grandes'),
  severity: 'high',
  reference: 'RFC 8446 §5.1',
  least: 'full',
  traits: ['tolerates-large-hello', 'tolerates-split-segments', 'tolerates-split-records'],
  wanted: 'yes',
  otherwise: 'fail',
  good: say('A large hello is taken, whole or in pieces.', 'Acepta un saludo grande, entero o en trozos.'),
  bad: say(
    'It fails at a large hello or one in pieces, as clients with post-quantum keys send it.',
    'Falla ante un saludo grande o en trozos, como lo envían los clientes con claves poscuánticas.',
  ),
  advice: say(
    'Update the TLS library of the server, or whatever stands before it.',
    'Actualizar la biblioteca TLS del servidor o lo que haya delante de él.',
  ),
})
