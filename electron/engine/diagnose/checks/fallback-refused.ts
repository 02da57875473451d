// TLS-V9: whether a client that says it is falling back is refused where it need not.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const fallbackRefused = scannedTrait({
  id: 'TLS-V9',
  name: say('Needless fallbacks are refused', 'Rechaza las bajadas innecesarias'),
  severity: 'low',
  reference: 'RFC 7507 §3',
  least: 'standard',
  traits: ['fallback-scsv'],
  wanted: 'yes',
  otherwise: 'warn',
  good: say(
    'A client that falls back without need is refused.',
    'Rechaza a un cliente que baja de versión sin necesidad.',
  ),
  bad: say(
    'Nothing stops a client from being pushed to an older version.',
    'Nada impide que empujen a un cliente a una versión anterior.',
  ),
  advice: say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
})
