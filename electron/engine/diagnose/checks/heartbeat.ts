// TLS-S9: whether heartbeat is offered. Nothing is sent that would try the hole.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const heartbeat = scannedTrait({
  id: 'TLS-S9',
  name: say('No heartbeat', 'Sin heartbeat'),
  severity: 'low',
  reference: 'RFC 6520',
  least: 'standard',
  traits: ['heartbeat'],
  wanted: 'no',
  otherwise: 'warn',
  good: say('It offers no heartbeat.', 'No ofrece heartbeat.'),
  bad: say(
    'It offers heartbeat, which nobody needs over TCP, and which gave memory away in old OpenSSL (Heartbleed).',
    'Ofrece heartbeat, que nadie necesita sobre TCP y que en OpenSSL antiguos delataba la memoria (Heartbleed).',
  ),
  advice: say(
    'Update the TLS library, and switch heartbeat off.',
    'Actualizar la biblioteca TLS y desactivar heartbeat.',
  ),
})
