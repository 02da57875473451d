// TLS-V8: whether a choice below the best version carries the mark that shows a forced one.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const downgradeMark = scannedTrait({
  id: 'TLS-V8',
  name: say('Downgrades are marked', 'Marca las bajadas de versión'),
  severity: 'low',
  reference: 'RFC 8446 §4.1.3',
  least: 'quick',
  traits: ['downgrade-sentinel'],
  wanted: 'yes',
  otherwise: 'warn',
  good: say(
    'A choice below its best version is marked, so that clients notice a forced one.',
    'Marca una elección inferior a su mejor versión, de modo que los clientes notan si fue forzada.',
  ),
  bad: say(
    'A choice below its best version carries no mark, so clients cannot notice a forced one.',
    'Una elección inferior a su mejor versión no lleva marca, así que los clientes no notan si fue forzada.',
  ),
  advice: say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
})
