// TLS-S7: whether suites, groups and extensions that nobody knows are ignored.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const unknownValues = scannedTrait({
  id: 'TLS-S7',
  name: say('Unknown values are no trouble', 'Tolera valores desconocidos'),
  severity: 'medium',
  reference: 'RFC 8701',
  least: 'full',
  traits: ['tolerates-grease', 'tolerates-unknown-extension'],
  wanted: 'yes',
  otherwise: 'fail',
  good: say('Values that it does not know are ignored.', 'Ignora los valores que no conoce.'),
  bad: say(
    'It breaks off at values that it does not know, so it will break with clients to come.',
    'Corta ante valores que no conoce, así que fallará con clientes futuros.',
  ),
  advice: say(
    'Update the TLS library of the server, or whatever stands before it.',
    'Actualizar la biblioteca TLS del servidor o lo que haya delante de él.',
  ),
})
