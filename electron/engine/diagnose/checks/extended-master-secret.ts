// TLS-S2: whether the keys below TLS 1.3 depend on the whole handshake.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const extendedMasterSecret = scannedTrait({
  id: 'TLS-S2',
  name: say('Keys are bound to the handshake', 'Las claves están ligadas a la negociación'),
  severity: 'low',
  reference: 'RFC 7627',
  least: 'quick',
  traits: ['extended-master-secret'],
  wanted: 'yes',
  otherwise: 'warn',
  good: say('The extended master secret is used.', 'Se usa el secreto maestro extendido.'),
  bad: say(
    'An old hardening step is missing: the extended master secret.',
    'Falta una mejora de seguridad antigua: el secreto maestro extendido.',
  ),
  advice: say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
})
