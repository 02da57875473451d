// TLS-S3: whether CBC suites encrypt first and sign then.
import { say } from '#shared/explain/words.ts'
import { scannedTrait } from './scanned-trait.ts'

export const encryptThenMac = scannedTrait({
  id: 'TLS-S3',
  name: say('CBC is hardened', 'CBC está reforzado'),
  severity: 'low',
  reference: 'RFC 7366',
  least: 'standard',
  traits: ['encrypt-then-mac'],
  wanted: 'yes',
  otherwise: 'warn',
  good: say('With CBC it encrypts before it signs.', 'Con CBC cifra antes de autenticar.'),
  bad: say(
    'An old hardening step is missing: encrypt-then-MAC for CBC.',
    'Falta una mejora de seguridad antigua: cifrar antes de autenticar en CBC.',
  ),
  advice: say('Update the TLS library of the server.', 'Actualizar la biblioteca TLS del servidor.'),
})
