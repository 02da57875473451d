// TLS-V7: whether a hello that names a version to come is answered by the best that the server has.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const versionTolerance = scannedTrait({
  id: 'TLS-V7',
  name: say('Versions to come are no trouble', 'Tolera versiones futuras'),
  severity: 'medium',
  reference: 'RFC 8446 §4.2.1',
  least: 'full',
  traits: ['tolerates-newer-version'],
  wanted: 'yes',
  otherwise: 'fail',
  good: say(
    'It answers a client from the future with the best it has.',
    'Responde a un cliente del futuro con lo mejor que tiene.',
  ),
  bad: say(
    'It breaks off when a client knows a newer version, in place of agreeing on an older one.',
    'Corta cuando un cliente conoce una versión más nueva, en vez de acordar una anterior.',
  ),
  advice: say(
    'Update the TLS library of the server, or whatever stands before it.',
    'Actualizar la biblioteca TLS del servidor o lo que haya delante de él.',
  ),
})
